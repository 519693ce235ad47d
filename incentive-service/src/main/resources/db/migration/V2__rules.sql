-- Caps and earning rules: every change is a new version, none is ever rewritten.

-- One row per community: locked by who changes caps or rules, and counted up. The rules in force at a revision are, of each
-- rule, the last version made at or before it.
create table rule_book (
    community  text collate "C"   not null primary key constraint community_form check (community ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    revision   bigint not null constraint revision_not_negative check (revision >= 0)
);

create table cap_version (
    community   text collate "C"        not null references rule_book,
    cap         text collate "C"        not null constraint cap_form check (cap ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    version     integer     not null constraint version_positive check (version > 0),
    revision    bigint      not null constraint revision_positive check (revision > 0),
    scope       text        not null constraint cap_scope check (scope in ('MEMBER')),
    time_window text        not null constraint cap_window check (time_window in ('DAY')),
    unit        text        not null constraint cap_unit check (unit in ('POINTS', 'TIMES')),
    maximum     bigint      not null constraint maximum_in_range check (maximum between 1 and 1000000000),
    changed_at  timestamptz not null,
    changed_by  text        not null,
    primary key (community, cap, version)
);

create table earning_rule_version (
    community    text collate "C"        not null references rule_book,
    rule         text collate "C"        not null constraint rule_form check (rule ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    version      integer     not null constraint version_positive check (version > 0),
    revision     bigint      not null constraint revision_positive check (revision > 0),
    kinds        text[]      not null constraint has_kinds check (cardinality(kinds) between 1 and 50),
    currency     text collate "C"        not null,
    amount       bigint      not null constraint amount_in_range check (amount between 1 and 1000000),
    -- its own caps, by member and local day; and the community's that it shares with other rules
    own_points   bigint constraint own_points_in_range check (own_points between 1 and 1000000000),
    own_times    bigint constraint own_times_in_range check (own_times between 1 and 1000000000),
    shared_caps  text[]      not null constraint few_shared_caps check (cardinality(shared_caps) <= 12),
    valid_from   timestamptz,
    valid_until  timestamptz,
    changed_at   timestamptz not null,
    changed_by   text        not null,
    primary key (community, rule, version),
    foreign key (community, currency) references currency,
    constraint validity_in_order check (valid_from < valid_until)
);

create trigger cap_history_is_immutable before update or delete or truncate on cap_version
    for each statement execute function refuse_change('a change is a new version', 'cap_history_immutable');
create trigger rule_history_is_immutable before update or delete or truncate on earning_rule_version
    for each statement execute function refuse_change('a change is a new version', 'rule_history_immutable');

-- What has counted towards a cap, by member and local day. Cap: `cap/<id>` of a shared one, `rule/<id>` of a rule's own.
create table cap_usage (
    community   text collate "C"   not null,
    member      text collate "C"   not null,
    local_date  date   not null,
    cap         text collate "C"   not null,
    points      bigint not null constraint points_not_negative check (points >= 0),
    times       bigint not null constraint times_not_negative check (times >= 0),
    primary key (community, member, local_date, cap)
) with (fillfactor = 75);
