-- Compensation: an experiment whose terms never change. One member gets it once for an incident, or is held out.
create table compensation (
    community     text collate "C" not null,
    compensation  text collate "C" not null constraint compensation_form check (compensation ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    incident      text collate "C" not null constraint incident_form check (incident ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    campaign      text collate "C" not null,
    currency      text collate "C" not null,
    points        bigint      not null constraint points_in_range check (points between 1 and 1000000000),
    salt          bytea       not null constraint salt_length check (length(salt) = 32),
    hold_out      smallint    not null constraint hold_out_in_range check (hold_out between 0 and 900),
    metric        text        not null constraint metric_known check (metric in ('ACTIVE_DAYS', 'VALUE')),
    -- the kind of event whose value counts; all where it is absent
    kind          text collate "C" constraint kind_form check (kind ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    expected      double precision not null constraint expected_positive check (expected > 0 and expected <= 1e12),
    horizon_days  smallint    not null constraint horizon_in_range check (horizon_days between 1 and 90),
    made_at       timestamptz not null,
    made_by       text        not null,
    primary key (community, compensation),
    foreign key (community, campaign) references campaign,
    foreign key (community, currency) references currency,
    constraint kind_only_of_values check (kind is null or metric = 'VALUE')
);

create trigger compensation_is_immutable before update or delete or truncate on compensation
    for each statement execute function refuse_change('make another compensation', 'compensation_immutable');

-- One per member and incident. What the member did before and after is counted when the horizon is over.
create table member_compensation (
    community      text collate "C" not null,
    incident       text collate "C" not null,
    member         text collate "C" not null constraint member_form check (member ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    compensation   text collate "C" not null,
    held_out       boolean     not null,
    points         bigint      not null,
    granted_at     timestamptz not null,
    granted_by     text        not null,
    -- the community's day: the horizon is the days after it, compared with as many days before it
    local_date     date        not null,
    settled_at     timestamptz,
    -- null where the days before were not observed
    before_total   bigint,
    after_total    bigint,
    primary key (community, incident, member),
    foreign key (community, compensation) references compensation,
    constraint held_out_gets_nothing check (held_out = (points = 0)),
    constraint settled_has_a_figure check ((settled_at is null) = (after_total is null))
) with (fillfactor = 75);

create index member_compensation_by_compensation on member_compensation (community, compensation, member);
create index member_compensation_unsettled on member_compensation (local_date) where settled_at is null;

-- Communities with compensations: what their members do is kept for 200 days, which is twice the longest horizon and some.
create table observed_community (
    community  text collate "C" primary key,
    since      date not null
);

create table active_day (
    community   text collate "C" not null,
    member      text collate "C" not null,
    local_date  date not null,
    primary key (community, member, local_date)
);
create index active_day_by_date on active_day (local_date);

-- Events with a value, by their id, so that a repeat counts once.
create table valued_event (
    community   text collate "C" not null,
    member      text collate "C" not null,
    local_date  date   not null,
    event       text collate "C" not null,
    kind        text collate "C" not null,
    value       bigint not null constraint value_in_range check (value between -1000000000000 and 1000000000000),
    primary key (community, member, local_date, event)
);
create index valued_event_by_date on valued_event (local_date);

-- Who answers for a fault (责任): decided by a version of a rule, from the times of discovery and report; never changed,
-- reversed at most once.
create table responsibility_case (
    community      text collate "C" not null,
    id             uuid        not null,
    incident       text collate "C" not null constraint incident_form check (incident ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    rule           text collate "C" not null,
    rule_version   bigint      not null,
    -- points of a currency, or minor units of money
    points         boolean     not null,
    unit           text collate "C" not null,
    penalty        bigint      not null constraint penalty_in_range check (penalty between 1 and 1000000000000),
    exempt         boolean     not null,
    discovery      text        not null constraint discovery_known
        check (discovery in ('MONITORING', 'OPERATOR', 'MEMBER_COMPLAINT', 'AUDIT', 'PUBLIC')),
    discovered_at  timestamptz not null,
    reported_by    text collate "C",
    reported_at    timestamptz,
    transaction_id uuid,
    decided_at     timestamptz not null,
    decided_by     text        not null,
    primary key (community, id),
    constraint report_is_whole check ((reported_by is null) = (reported_at is null)),
    constraint exempt_only_by_an_earlier_report check (not exempt or reported_at < discovered_at)
);

create table responsibility_part (
    community  text collate "C" not null,
    id         uuid   not null,
    role       text   not null constraint role_known check (role in ('MANAGER', 'LEAD', 'PERSON')),
    member     text collate "C" not null constraint member_form check (member ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    percent    smallint not null constraint percent_in_range check (percent between 0 and 100),
    share      bigint not null constraint share_not_negative check (share >= 0),
    charged    bigint not null constraint charged_whole_or_waived check (charged in (0, share)),
    primary key (community, id, role),
    foreign key (community, id) references responsibility_case
);

create table responsibility_reversal (
    community      text collate "C" not null,
    id             uuid        not null,
    reason         text        not null constraint reason_length check (length(reason) between 1 and 500),
    transaction_id uuid,
    reversed_at    timestamptz not null,
    reversed_by    text        not null,
    primary key (community, id),
    foreign key (community, id) references responsibility_case
);

-- The parts come with their case, in one statement, and are the whole penalty, to the unit.
create function require_whole_penalty() returns trigger language plpgsql as $$
declare
    offender uuid;
begin
    select c.id into offender
    from (select distinct community, id from added) a
    join responsibility_case c using (community, id)
    where (select sum(p.share) from responsibility_part p where (p.community, p.id) = (c.community, c.id)) <> c.penalty
       or (select sum(p.percent) from responsibility_part p where (p.community, p.id) = (c.community, c.id)) <> 100
    limit 1;
    if found then
        raise exception 'the shares of case % are not the whole penalty', offender
            using errcode = 'check_violation', constraint = 'shares_are_the_penalty';
    end if;
    return null;
end
$$;

create trigger responsibility_parts_are_whole after insert on responsibility_part
    referencing new table as added for each statement execute function require_whole_penalty();
create trigger responsibility_case_is_immutable before update or delete or truncate on responsibility_case
    for each statement execute function refuse_change('a decision is reversed, never changed', 'decision_immutable');
create trigger responsibility_part_is_immutable before update or delete or truncate on responsibility_part
    for each statement execute function refuse_change('a decision is reversed, never changed', 'decision_immutable');
create trigger responsibility_reversal_is_immutable before update or delete or truncate on responsibility_reversal
    for each statement execute function refuse_change('a reversal stays', 'decision_immutable');
