-- Challenges: what counted, once each; how far each member is; which stages were reached, paid, and lost again.
-- A challenge's progress belongs to its id, whatever its version: an edit resets nothing.

-- Whatever counted. Its mark is what it can count for only once in a challenge: an event's id, a member's local day, a friend.
create table challenge_mark (
    community    text collate "C" not null,
    challenge    text collate "C" not null,
    mark         text collate "C" not null constraint mark_length check (length(mark) between 1 and 256),
    member       text collate "C" not null,
    local_date   date        not null,
    occurred_at  timestamptz not null,
    amount       bigint      not null constraint amount_in_range check (amount between -1000000000000 and 1000000000000),
    -- of a friend: who leaves before this does not count
    vests_at     timestamptz,
    counts       boolean     not null,
    primary key (community, challenge, mark)
);

create index challenge_mark_by_member on challenge_mark (community, challenge, member, local_date);
create index challenge_mark_by_friend on challenge_mark (community, mark) where vests_at is not null;

create table challenge_progress (
    community   text collate "C" not null,
    challenge   text collate "C" not null,
    member      text collate "C" not null,
    progress    bigint      not null,
    changed_at  timestamptz not null,
    primary key (community, challenge, member)
) with (fillfactor = 80);

create index challenge_progress_by_member on challenge_progress (community, member, challenge);

-- Who left, and when: a friend's joining may be told later than its leaving.
create table challenge_exit (
    community  text collate "C" not null,
    member     text collate "C" not null,
    left_at    timestamptz not null,
    primary key (community, member, left_at)
);

create table challenge_stage (
    community          text collate "C" not null,
    challenge          text collate "C" not null,
    member             text collate "C" not null,
    stage              text collate "C" not null,
    -- what its privilege was granted for
    id                 uuid        not null constraint one_id_per_stage unique,
    -- which time the member reached it
    attempt            integer     not null constraint attempt_positive check (attempt > 0),
    challenge_version  integer     not null,
    target             bigint      not null,
    reached_at         timestamptz not null,
    lost_at            timestamptz,
    -- recorded later in the same transaction
    transaction_id     uuid references ledger_transaction deferrable initially deferred,
    currency           text collate "C",
    amount             bigint,
    badge              text collate "C",
    privilege          text,
    primary key (community, challenge, member, stage, attempt),
    constraint points_are_whole check (num_nulls(transaction_id, currency, amount) in (0, 3)),
    constraint lost_after_reached check (lost_at >= reached_at)
);

-- A stage's prize is paid once while it holds.
create unique index one_prize_per_stage on challenge_stage (community, challenge, member, stage) where lost_at is null;

-- Who has to be settled. Only ever added to and taken from, so that nobody who counts waits for somebody who pays.
create table challenge_due (
    id         bigint generated always as identity primary key,
    community  text collate "C" not null,
    challenge  text collate "C" not null,
    member     text collate "C" not null
);

-- How far a challenge's members have been settled anew after a change of its stages.
create table challenge_review (
    community     text collate "C" not null,
    challenge     text collate "C" not null,
    after_member  text collate "C" not null default '',
    primary key (community, challenge)
);

create table badge_award (
    community   text collate "C" not null,
    member      text collate "C" not null,
    badge       text collate "C" not null,
    version     bigint      not null constraint version_positive check (version > 0),
    source      text collate "C" not null constraint source_length check (length(source) between 1 and 200),
    reason      text constraint reason_length check (length(reason) between 1 and 500),
    awarded_at  timestamptz not null,
    awarded_by  text        not null,
    revoked_at  timestamptz,
    revoked_by  text,
    revoked_for text constraint revoked_for_length check (length(revoked_for) between 1 and 500),
    constraint one_award_per_badge primary key (community, member, badge),
    constraint revocation_is_whole check (num_nulls(revoked_at, revoked_by, revoked_for) in (0, 3)),
    constraint revoked_after_awarded check (revoked_at >= awarded_at)
);

create index badge_award_by_badge on badge_award (community, badge, member) where revoked_at is null;
