-- Tiers. What counts is what was earned, by local day; where a member stands is computed from that alone and kept here, so that
-- it is told once when it changes. Rows of a member are changed under the lock of its holder row only.

create table qualifying_day (
    community   text collate "C" not null,
    member      text collate "C" not null,
    currency    text collate "C" not null,
    local_date  date   not null,
    -- negative where more was taken back by rules than they gave
    points      bigint not null constraint points_in_range check (points between -9007199254740991 and 9007199254740991),
    primary key (community, member, currency, local_date)
) with (fillfactor = 80);

create table member_tier (
    community       text collate "C" not null constraint community_form check (community ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    member          text collate "C" not null constraint member_form check (member ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    -- grows with every change that a caller can see
    version         bigint      not null constraint version_positive check (version > 0),
    -- the version of the scheme against which the days are counted
    scheme_version  integer     not null constraint scheme_version_positive check (scheme_version > 0),
    tier            text collate "C",
    level           smallint    not null constraint level_in_range check (level between 0 and 20),
    since           date        not null,
    reason          text        not null constraint reason_known check (reason in
        ('EARNED', 'NOT_KEPT', 'CORRECTED', 'SCHEME_CHANGED', 'OVERRIDDEN', 'OVERRIDE_ENDED')),
    -- what tells at a glance that further points move nothing
    seen_on         date        not null,
    seen_until      date,
    peak            bigint      not null,
    rise_at         bigint,
    review_on       date,
    -- when the job has to look again: the review, or the end of the override
    due_at          timestamptz,
    -- pinned by an operator
    override_tier   text collate "C",
    override_until  timestamptz,
    override_reason text constraint override_reason_length check (length(override_reason) between 1 and 500),
    override_by     text constraint override_by_length check (length(override_by) between 1 and 256),
    override_at     timestamptz,
    primary key (community, member),
    constraint tier_has_its_level check ((tier is null) = (level = 0)),
    constraint override_is_whole check (num_nulls(override_tier, override_until, override_reason, override_by, override_at) in (0, 5)),
    constraint override_ends_later check (override_until > override_at),
    constraint override_is_watched check (override_until is null or due_at <= override_until)
) with (fillfactor = 80);

create index member_tier_by_due on member_tier (due_at) where due_at is not null;
create index member_tier_by_tier on member_tier (community, tier, member) where tier is not null;

-- How far all members of a community have been counted anew for a version of the scheme.
create table tier_recount (
    community       text collate "C" not null primary key,
    scheme_version  integer not null constraint scheme_version_positive check (scheme_version > 0),
    after_member    text collate "C" not null default '',
    finished        boolean not null default false
);

create index tier_recount_open on tier_recount (community) where not finished;
