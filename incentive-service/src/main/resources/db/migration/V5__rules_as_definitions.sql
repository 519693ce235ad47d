-- Rules and caps are definitions like all others: their versions move over, as they were, and their own tables go.

insert into definition (community, type, id, version, revision, status, terms, changed_at, changed_by)
select community, 'cap', cap, version, revision, 'ACTIVE',
    jsonb_build_object('scope', scope, 'window', time_window, 'unit', unit, 'limit', maximum),
    changed_at, changed_by
from cap_version
order by community, cap, version;

insert into definition (community, type, id, version, revision, status, terms, changed_at, changed_by)
select community, 'earning-rule', rule, version, revision, 'ACTIVE',
    jsonb_strip_nulls(jsonb_build_object(
        'kinds', (select jsonb_agg(kind order by kind collate "C") from unnest(kinds) as kind),
        'currency', currency,
        'amount', amount,
        'caps',
        case when own_points is null then '[]'::jsonb else jsonb_build_array(jsonb_build_object(
            'scope', 'MEMBER', 'window', 'DAY', 'unit', 'POINTS', 'limit', own_points)) end
        || case when own_times is null then '[]'::jsonb else jsonb_build_array(jsonb_build_object(
            'scope', 'MEMBER', 'window', 'DAY', 'unit', 'TIMES', 'limit', own_times)) end
        || coalesce((select jsonb_agg(jsonb_build_object('cap', cap) order by cap collate "C")
            from unnest(shared_caps) as cap), '[]'::jsonb),
        'validFrom', to_char(valid_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'validUntil', to_char(valid_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))),
    changed_at, changed_by
from earning_rule_version
order by community, rule, version;

drop table earning_rule_version;
drop table cap_version;

-- What has counted towards a cap: of a member, a group (then so says the cap), or of all (then empty); in the window that begins
-- on that day. Cap: `cap/<id>` of a shared one, `rule/<id>` of a rule's own, each with `/<scope>/<window>` where these are not
-- member and day.
alter table cap_usage rename column member to subject;
alter table cap_usage rename column local_date to window_start;

-- How far a member is with a rule that pays the nth event, days in a row, or not again before some time is over.
create table rule_progress (
    community  text collate "C" not null,
    rule       text collate "C" not null,
    member     text collate "C" not null,
    matches    bigint      not null constraint matches_not_negative check (matches >= 0),
    paid_at    timestamptz,
    days       date[]      not null constraint few_days check (cardinality(days) <= 400),
    primary key (community, rule, member)
) with (fillfactor = 75);

-- Which events such a rule has counted, so that it counts none twice.
create table rule_match (
    community  text collate "C" not null,
    event      text collate "C" not null,
    rule       text collate "C" not null,
    primary key (community, event, rule)
);

-- What rules could not do: how often, and the last time why.
create table rule_trouble (
    community   text collate "C" not null,
    rule        text collate "C" not null,
    -- FAULT: the rule could not be evaluated for an event; REFUSAL: its budget did not pay
    kind        text        not null constraint trouble_kind check (kind in ('FAULT', 'REFUSAL')),
    times       bigint      not null constraint times_positive check (times > 0),
    version     integer     not null constraint version_positive check (version > 0),
    event       text collate "C" not null,
    cause       text        not null constraint cause_length check (length(cause) between 1 and 300),
    last_at     timestamptz not null,
    primary key (community, rule, kind)
) with (fillfactor = 50);
