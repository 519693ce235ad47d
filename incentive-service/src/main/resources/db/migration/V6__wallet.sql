-- What is done with points besides earning and spending them: corrections, holds, transfers, pending credits, opening balances.
-- Each row here is the aggregate that is locked before the members' holders are; the points themselves are in the ledger.

-- What may be done with a currency.
alter table currency add column terms jsonb not null
    default '{"purpose": "SPENDABLE", "expiry": {"kind": "NEVER"}}'
    constraint terms_are_an_object check (jsonb_typeof(terms) = 'object')
    constraint purpose_known check (terms->>'purpose' in ('SPENDABLE', 'QUALIFYING'));

create table adjustment (
    community     text collate "C" not null,
    id            uuid        not null,
    member        text collate "C" not null constraint member_form check (member ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    currency      text collate "C" not null,
    amount        bigint      not null
        constraint amount_in_range check (amount between -1000000000000 and 1000000000000 and amount <> 0),
    -- whether what the member lacks is owed, or the adjustment refused
    owe           boolean     not null,
    -- of the lot that a credit makes; null: as the currency says when it takes effect
    expires_at    timestamptz,
    reason        text        not null constraint reason_length check (length(reason) between 1 and 500),
    reference     text collate "C" constraint reference_length check (length(reference) between 1 and 200),
    status        text        not null constraint status_known check (status in ('WAITING', 'APPLIED', 'REJECTED')),
    requested_at  timestamptz not null,
    requested_by  text        not null,
    decided_at    timestamptz,
    decided_by    text,
    comment       text constraint comment_length check (length(comment) between 1 and 500),
    -- where it needed a second person
    needs_second  boolean     not null,
    transaction_id uuid,
    primary key (community, id),
    foreign key (community, currency) references currency,
    constraint decided_when_not_waiting check ((status = 'WAITING') = (decided_by is null)
        and (decided_by is null) = (decided_at is null)),
    constraint second_person_decides check (not needs_second or status = 'WAITING' or decided_by <> requested_by),
    constraint only_large_ones_wait check (needs_second or status = 'APPLIED'),
    constraint applied_by_a_transaction check ((status = 'APPLIED') = (transaction_id is not null))
);
create index adjustment_waiting on adjustment (community, id) where status = 'WAITING';

create table hold (
    community   text collate "C" not null,
    id          uuid        not null,
    member      text collate "C" not null constraint member_form check (member ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    currency    text collate "C" not null,
    amount      bigint      not null constraint amount_in_range check (amount between 1 and 1000000000000),
    -- the lots that the points were taken from, soonest-expiring first: where they go back to
    lots        jsonb       not null constraint lots_are_a_list check (jsonb_typeof(lots) = 'array'),
    reference   text collate "C" constraint reference_length check (length(reference) between 1 and 200),
    reason      text constraint reason_length check (length(reason) between 1 and 500),
    status      text        not null constraint status_known check (status in ('HELD', 'CAPTURED', 'RELEASED', 'EXPIRED')),
    captured    bigint      not null default 0,
    refunded    bigint      not null default 0,
    refunds     integer     not null default 0,
    expires_at  timestamptz not null,
    created_at  timestamptz not null,
    created_by  text        not null,
    ended_at    timestamptz,
    primary key (community, id),
    foreign key (community, currency) references currency,
    constraint captured_within_amount check (captured between 0 and amount and (status = 'CAPTURED') = (captured > 0)),
    constraint refunded_within_captured check (refunded between 0 and captured),
    constraint ended_when_not_held check ((status = 'HELD') = (ended_at is null))
);
create index hold_by_expiry on hold (expires_at) where status = 'HELD';
create index hold_by_member on hold (community, member, id);

create table transfer (
    community    text collate "C" not null,
    id           uuid        not null, -- the transaction's
    sender       text collate "C" not null,
    receiver     text collate "C" not null constraint to_another check (receiver <> sender),
    currency     text collate "C" not null,
    amount       bigint      not null constraint amount_in_range check (amount between 1 and 1000000000000),
    local_date   date        not null,
    primary key (community, id),
    foreign key (community, currency) references currency
);
create index transfer_by_day on transfer (community, sender, currency, local_date);

create table pending_credit (
    community    text collate "C" not null,
    id           uuid        not null,
    member       text collate "C" not null constraint member_form check (member ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    currency     text collate "C" not null,
    amount       bigint      not null constraint amount_in_range check (amount between 1 and 1000000000000),
    -- the transaction that made it
    transaction_id uuid      not null,
    status       text        not null constraint status_known check (status in ('PENDING', 'ACTIVATED', 'CANCELLED')),
    -- when it becomes spendable; null: not before an event of that kind
    due_at       timestamptz,
    event_kind   text collate "C" constraint event_kind_form check (event_kind ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    -- of the lot that it becomes
    expires_at   timestamptz not null,
    created_at   timestamptz not null,
    ended_at     timestamptz,
    primary key (community, id),
    foreign key (community, currency) references currency,
    constraint waits_for_something check (due_at is not null or event_kind is not null),
    constraint ended_when_not_pending check ((status = 'PENDING') = (ended_at is null))
);
create index pending_by_due on pending_credit (due_at) where status = 'PENDING' and due_at is not null;
create index pending_by_event on pending_credit (community, member, event_kind)
    where status = 'PENDING' and event_kind is not null;
create index pending_by_member on pending_credit (community, member, id);
create index pending_by_transaction on pending_credit (transaction_id);

-- Every lot that expires at or before this instant is empty. One row.
create table lot_expiry (
    one        boolean     not null primary key default true constraint one_row check (one),
    expired_to timestamptz not null
);
insert into lot_expiry (expired_to) values ('1970-01-01T00:00:00Z');

-- Opening balances: uploaded in parts, then booked by a task.
create table opening_import (
    community   text collate "C" not null constraint community_form check (community ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    id          text collate "C" not null constraint id_form check (id ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    task        uuid,
    rows        bigint      not null default 0 constraint rows_not_negative check (rows >= 0),
    parts       integer     not null default 0 constraint parts_bounded check (parts between 0 and 10000),
    created_at  timestamptz not null,
    created_by  text        not null,
    primary key (community, id)
);
create table opening_part (
    community   text collate "C" not null,
    import      text collate "C" not null,
    number      integer     not null constraint number_in_range check (number between 1 and 10000),
    rows        integer     not null constraint rows_in_range check (rows between 1 and 2000),
    content     text        not null constraint content_bounded check (octet_length(content) <= 1048576),
    primary key (community, import, number),
    foreign key (community, import) references opening_import
);
