-- Rewards: their stock, coupon codes, redemptions, privileges. What a reward is stands among the definitions.

-- How much of a reward is left, in slots, so that many who redeem it at once do not wait for one row. Operators change it by
-- entries; a redemption takes one from a slot and names the slot, and gives it back there if it comes to nothing. So what is
-- left is always what was entered, less the redemptions that hold on to theirs.
create table reward_stock (
    community  text collate "C" not null,
    reward     text collate "C" not null constraint reward_form check (reward ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    slot       smallint not null constraint slot_in_range check (slot between 0 and 15),
    remaining  bigint   not null constraint stock_not_negative check (remaining >= 0)
                                 constraint stock_in_range check (remaining <= 1000000000000),
    primary key (community, reward, slot)
) with (fillfactor = 50);

create table stock_entry (
    id          uuid not null primary key,
    community   text collate "C" not null,
    reward      text collate "C" not null,
    quantity    bigint      not null constraint quantity_in_range check (quantity between -1000000000 and 1000000000),
    remaining   bigint      not null constraint remaining_not_negative check (remaining >= 0),
    reason      text        not null constraint reason_length check (length(reason) between 1 and 200),
    entered_at  timestamptz not null,
    entered_by  text        not null constraint entered_by_length check (length(entered_by) between 1 and 256),
    constraint quantity_changes_something check (quantity <> 0)
);

create index stock_entry_by_reward on stock_entry (community, reward, id);
create trigger stock_entry_is_immutable before update or delete or truncate on stock_entry
    for each statement execute function refuse_change('an entry is corrected by another one', 'stock_entry_immutable');

create table redemption (
    community       text collate "C" not null,
    redemption      uuid not null primary key, -- grows with time (UUIDv7)
    member          text collate "C" not null constraint member_form check (member ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    reward          text collate "C" not null constraint reward_form check (reward ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    reward_version  integer not null constraint reward_version_positive check (reward_version > 0),
    type            text    not null constraint type_known check (type in ('COUPON', 'GOODS', 'PRIVILEGE', 'GROUP_ACCESS')),
    currency        text collate "C" not null,
    price           bigint  not null constraint price_in_range check (price between 0 and 1000000000000),
    -- the lots that paid, soonest-expiring first: where the points return to
    lot_expiries    timestamptz[] not null,
    lot_points      bigint[]      not null,
    partner         text    constraint partner_length check (length(partner) between 1 and 100),
    cost_minor      bigint  constraint cost_in_range check (cost_minor between 0 and 1000000000000),
    cost_currency   text    constraint cost_currency_form check (cost_currency ~ '^[A-Z]{3}$'),
    -- the slot of the stock it took; null where the stock is not counted, or is a matter of codes
    slot            smallint constraint slot_in_range check (slot between 0 and 15),
    -- the member's local day on which it counts for limits
    local_date      date        not null,
    state           text        not null constraint state_known
                        check (state in ('RESERVED', 'CONFIRMED', 'FULFILLED', 'CANCELLED', 'TIMED_OUT', 'REFUNDED')),
    made_at         timestamptz not null,
    reserved_until  timestamptz,
    confirmed_at    timestamptz,
    fulfilled_at    timestamptz,
    refundable_until timestamptz,
    ended_at        timestamptz,
    reference       text constraint reference_length check (length(reference) between 1 and 200),
    constraint lots_have_points check (cardinality(lot_expiries) = cardinality(lot_points)),
    constraint cost_has_a_currency check ((cost_minor is null) = (cost_currency is null)),
    constraint state_has_its_times check (case state
        when 'RESERVED'  then reserved_until is not null and confirmed_at is null and fulfilled_at is null and ended_at is null
        when 'CONFIRMED' then confirmed_at is not null and fulfilled_at is null and ended_at is null
        when 'FULFILLED' then confirmed_at is not null and fulfilled_at is not null and ended_at is null
        when 'CANCELLED' then fulfilled_at is null and ended_at is not null
        when 'TIMED_OUT' then reserved_until is not null and confirmed_at is null and ended_at >= reserved_until
        when 'REFUNDED'  then fulfilled_at is not null and ended_at is not null and refundable_until is not null and ended_at <= refundable_until
        end),
    constraint confirmed_in_time check (reserved_until is null or confirmed_at is null or confirmed_at < reserved_until)
) with (fillfactor = 85);

-- What counts towards a member's limits, and a member's redemptions, newest first.
create index redemption_by_reward on redemption (community, member, reward, local_date);
create index redemption_by_member on redemption (community, member, redemption);
create index reservation_by_end on redemption (reserved_until) where state = 'RESERVED';

create function follow_the_stages() returns trigger language plpgsql as $$
begin
    if (old.state, new.state) not in (
            ('RESERVED', 'CONFIRMED'), ('RESERVED', 'FULFILLED'), ('RESERVED', 'CANCELLED'), ('RESERVED', 'TIMED_OUT'),
            ('CONFIRMED', 'FULFILLED'), ('CONFIRMED', 'CANCELLED'), ('FULFILLED', 'REFUNDED')) then
        raise exception 'redemption % of % goes from % to %', old.redemption, old.community, old.state, new.state
            using errcode = 'check_violation', constraint = 'redemption_follows_its_stages';
    end if;
    if (old.community, old.redemption, old.member, old.reward, old.reward_version, old.type, old.currency, old.price,
            old.lot_expiries, old.lot_points, old.local_date, old.made_at, old.slot)
        is distinct from (new.community, new.redemption, new.member, new.reward, new.reward_version, new.type, new.currency,
            new.price, new.lot_expiries, new.lot_points, new.local_date, new.made_at, new.slot) then
        raise exception 'what redemption % of % is about never changes', old.redemption, old.community
            using errcode = 'check_violation', constraint = 'redemption_keeps_its_terms';
    end if;
    return new;
end
$$;

create trigger redemption_follows_its_stages before update on redemption
    for each row execute function follow_the_stages();
create trigger redemption_stays before delete or truncate on redemption
    for each statement execute function refuse_change('a redemption is cancelled or refunded', 'redemption_stays');

create table coupon_code (
    community   text collate "C" not null,
    reward      text collate "C" not null constraint reward_form check (reward ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    code        text collate "C" not null constraint code_form check (code ~ '^[!-~]{4,100}$'),
    added_at    timestamptz not null,
    -- who it is set aside for, then given to; free again if that comes to nothing before the member was told
    redemption  uuid constraint one_code_per_redemption unique references redemption,
    given_at    timestamptz,
    primary key (community, reward, code),
    constraint given_to_somebody check (given_at is null or redemption is not null)
) with (fillfactor = 85);

create index free_code on coupon_code (community, reward, code) where redemption is null;

create trigger given_code_never_changes before update on coupon_code
    for each row when (old.given_at is not null)
    execute function refuse_change('a code that was given is never given again', 'code_given_once');
create trigger code_stays before delete or truncate on coupon_code
    for each statement execute function refuse_change('codes stay', 'code_stays');

create table privilege (
    id           uuid not null primary key,
    community    text collate "C" not null,
    member       text collate "C" not null constraint member_form check (member ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    kind         text not null constraint kind_known check (kind in ('TITLE', 'PIN', 'ACCESS', 'GROUP')),
    name         text not null constraint name_length check (length(name) between 1 and 100),
    -- what it was granted for: redemption/…, tier/…, operator/…
    source       text collate "C" not null constraint source_length check (length(source) between 1 and 200),
    granted_at   timestamptz not null,
    granted_by   text not null constraint granted_by_length check (length(granted_by) between 1 and 256),
    valid_from   timestamptz not null,
    valid_until  timestamptz,
    state        text not null constraint state_known check (state in ('ACTIVE', 'EXPIRED', 'REVOKED')),
    ended_at     timestamptz,
    ended_by     text constraint ended_by_length check (length(ended_by) between 1 and 256),
    end_reason   text constraint end_reason_length check (length(end_reason) between 1 and 200),
    constraint ends_after_it_begins check (valid_until > valid_from),
    constraint ended_or_active check ((state = 'ACTIVE') = (ended_at is null and ended_by is null)),
    constraint expires_in_time check (state <> 'EXPIRED' or ended_at >= valid_until),
    constraint granted_once_for_a_source unique (community, source, member, kind, name)
) with (fillfactor = 85);

create index privilege_by_member on privilege (community, member, id);
create index privilege_by_end on privilege (valid_until) where state = 'ACTIVE' and valid_until is not null;

create function end_privileges_once() returns trigger language plpgsql as $$
begin
    if old.state <> 'ACTIVE' or (old.id, old.community, old.member, old.kind, old.name, old.source, old.granted_at,
            old.valid_from, old.valid_until)
        is distinct from (new.id, new.community, new.member, new.kind, new.name, new.source, new.granted_at,
            new.valid_from, new.valid_until) then
        raise exception 'privilege % is only ended, once', old.id
            using errcode = 'check_violation', constraint = 'privilege_ends_once';
    end if;
    return new;
end
$$;

create trigger privilege_ends_once before update on privilege
    for each row execute function end_privileges_once();
create trigger privilege_stays before delete or truncate on privilege
    for each statement execute function refuse_change('a privilege is revoked', 'privilege_stays');
