-- Campaigns: who may be paid from them, what is left to pay, what they cost. Their terms are versioned definitions; here
-- is what every draw must know, kept with them in one transaction.

create table campaign (
    community  text collate "C" not null constraint community_form check (community ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    campaign   text collate "C" not null constraint campaign_form check (campaign ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    status     text        not null constraint campaign_status check (status in ('DRAFT', 'ACTIVE', 'CLOSED')),
    opens_at   timestamptz not null,
    ends_at    timestamptz,
    -- who is held out follows from these for ever
    salt       bytea       not null constraint salt_length check (length(salt) = 32),
    hold_out   smallint    not null constraint hold_out_in_range check (hold_out between 0 and 900),
    -- shares of a budget, in percent, that are told when they are reached
    alerts     smallint[]  not null constraint few_alerts check (cardinality(alerts) <= 10),
    -- counts what happened to the campaign: the version of its events
    version    bigint      not null default 0 constraint version_not_negative check (version >= 0),
    closed_at  timestamptz,
    primary key (community, campaign),
    constraint period_in_order check (opens_at < ends_at),
    constraint closed_has_a_time check ((status = 'CLOSED') = (closed_at is not null))
);

create function refuse_other_hold_out() returns trigger language plpgsql as $$
begin
    raise exception 'who is held out of a campaign follows from its salt and share, which stay'
        using errcode = 'check_violation', constraint = 'hold_out_stays';
end
$$;

create trigger hold_out_stays before update on campaign
    for each row when (old.salt <> new.salt or old.status <> 'DRAFT' and old.hold_out <> new.hold_out)
    execute function refuse_other_hold_out();

create function refuse_reopening() returns trigger language plpgsql as $$
begin
    raise exception 'a closed campaign stays as it is'
        using errcode = 'check_violation', constraint = 'closed_is_final';
end
$$;

create trigger closed_is_final before update on campaign
    for each row when (old.status = 'CLOSED' and (new.status <> 'CLOSED' or new.closed_at <> old.closed_at))
    execute function refuse_reopening();

-- A campaign's points of one currency: what was ever put in, and what went back at the closing.
create table campaign_budget (
    community  text collate "C" not null,
    campaign   text collate "C" not null,
    currency   text collate "C" not null,
    funded     bigint not null default 0 constraint funded_in_range check (funded between 0 and 1000000000000),
    returned   bigint not null default 0 constraint returned_in_range check (returned between 0 and funded),
    primary key (community, campaign, currency),
    foreign key (community, campaign) references campaign,
    foreign key (community, currency) references currency
);

-- Where it lies: slice 0 is the pool, slice p + 1 is partition p's own. Who draws locks its own slice, and the pool when
-- that runs dry, always in the order of the key. The ledger holds the same points in the account of the slice.
create table budget_slice (
    community  text collate "C" not null,
    campaign   text collate "C" not null,
    currency   text collate "C" not null,
    slice      integer not null constraint slice_in_range check (slice between 0 and 99999),
    points     bigint  not null default 0 constraint slice_not_overdrawn check (points >= 0),
    drawn      bigint  not null default 0 constraint drawn_not_negative check (drawn >= 0),
    awards     bigint  not null default 0 constraint awards_not_negative check (awards >= 0),
    -- transfers to or from the slice so far: names them in the ledger
    moves      bigint  not null default 0,
    primary key (community, campaign, currency, slice),
    foreign key (community, campaign, currency) references campaign_budget
) with (fillfactor = 60);

-- Who was paid, and who would have been but is held out.
create table campaign_member (
    community  text collate "C" not null,
    campaign   text collate "C" not null,
    member     text collate "C" not null,
    held_out   boolean     not null,
    awards     bigint      not null,
    points     bigint      not null constraint points_not_negative check (points >= 0),
    first_at   timestamptz not null,
    primary key (community, campaign, member),
    foreign key (community, campaign) references campaign,
    constraint held_out_gets_nothing check (not held_out or points = 0)
) with (fillfactor = 75);

-- What was told already: each share of each budget once, for ever.
create table campaign_alert (
    community  text collate "C" not null,
    campaign   text collate "C" not null,
    currency   text collate "C" not null,
    percent    smallint    not null constraint percent_in_range check (percent between 1 and 100),
    told_at    timestamptz not null,
    primary key (community, campaign, currency, percent),
    foreign key (community, campaign, currency) references campaign_budget
);

-- What a campaign cost in labour (人力), goods (物力) and money (财力). A row is never changed: a counter-entry takes it back.
create table campaign_cost (
    community    text collate "C" not null,
    cost         uuid        not null,
    campaign     text collate "C" not null,
    type         text        not null constraint cost_type check (type in ('LABOUR', 'GOODS', 'MONEY')),
    group_id     text collate "C" constraint group_form check (group_id ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    -- minor units of the ISO 4217 currency
    amount       bigint      not null constraint cost_in_range check (amount between -1000000000000 and 1000000000000
        and amount <> 0),
    iso_currency text collate "C" not null constraint iso_4217_form check (iso_currency ~ '^[A-Z]{3}$'),
    note         text        not null constraint note_length check (length(note) between 1 and 500),
    corrects     uuid,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    primary key (community, cost),
    foreign key (community, campaign) references campaign,
    foreign key (community, corrects) references campaign_cost,
    constraint only_corrections_are_negative check ((amount < 0) = (corrects is not null))
);

create unique index one_correction_per_cost on campaign_cost (community, corrects) where corrects is not null;
create index cost_by_campaign on campaign_cost (community, campaign, cost);

create trigger cost_is_immutable before update or delete or truncate on campaign_cost
    for each statement execute function refuse_change('a cost is corrected by a counter-entry', 'cost_immutable');
