-- Draws (抽奖). What must hold is held here, whoever writes:
--   * nothing is published that is not complete; what is published never changes, and what was committed to is what is used;
--   * a draw only goes forward: drafted, open, closed, drawn; or cancelled while it is open (later only for want of its beacon);
--   * entries are taken only while it is open, form a hash chain, and stay;
--   * a win and the stock it is taken from are one step, and no stock falls below zero.

create table draw (
    community    text collate "C" not null constraint community_form check (community ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    draw         text collate "C" not null constraint draw_form check (draw ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    version      bigint      not null constraint version_positive check (version > 0),
    status       text        not null constraint status_known
                             check (status in ('DRAFT', 'OPEN', 'CLOSED', 'DRAWN', 'CANCELLED')),
    -- JSON in exactly the characters that are hashed
    terms        text        not null constraint terms_bounded check (octet_length(terms) <= 65536)
                             constraint terms_are_json check (jsonb_typeof(cast(terms as jsonb)) = 'object'),
    changed_at   timestamptz not null,
    changed_by   text        not null constraint changed_by_length check (length(changed_by) between 1 and 256),
    -- from the opening on
    mode         text        constraint mode_known check (mode in ('CLOSING', 'INSTANT')),
    terms_hash   text,
    commitment   text,
    seed         text        constraint seed_form check (seed ~ '^[0-9a-f]{64}$'),
    -- hides who is behind an entrant; never published
    salt         text        constraint salt_form check (salt ~ '^[0-9a-f]{64}$'),
    opens_at     timestamptz,
    closes_at    timestamptz,
    draws_at     timestamptz,
    needs_beacon boolean     not null default false,
    opened_at    timestamptz,
    -- later
    root         text,
    closed_at    timestamptz,
    beacon       text        constraint beacon_length check (length(beacon) between 1 and 1000),
    ended_at     timestamptz,
    -- when the costs of its entries had gone back, of a cancelled draw
    refunded_at  timestamptz constraint only_cancelled_is_refunded check (refunded_at is null or status = 'CANCELLED'),
    reason       text        constraint reason_length check (length(reason) between 1 and 500),
    primary key (community, draw),
    constraint published_is_complete check (status = 'DRAFT' or (mode is not null and terms_hash is not null
        and commitment is not null and seed is not null and salt is not null and opens_at is not null
        and closes_at is not null and draws_at is not null and opened_at is not null)),
    constraint times_in_order check (opens_at < closes_at and closes_at <= draws_at),
    constraint commitment_is_the_seeds check (commitment = encode(sha256(decode(seed, 'hex')), 'hex')),
    constraint hash_is_the_terms check (terms_hash = encode(sha256(convert_to(terms, 'UTF8')), 'hex')),
    constraint closed_has_its_root check ((status in ('CLOSED', 'DRAWN')) <= (root is not null and closed_at is not null)),
    constraint cancelled_has_a_reason check ((status = 'CANCELLED') = (reason is not null)),
    constraint drawn_has_its_beacon check (status <> 'DRAWN' or needs_beacon = (beacon is not null))
);

create index draw_to_close on draw (closes_at) where status = 'OPEN';
create index draw_to_refund on draw (ended_at) where status = 'CANCELLED' and refunded_at is null;
create index draw_to_draw on draw (draws_at) where status = 'CLOSED';

create function keep_what_is_published() returns trigger language plpgsql as $$
begin
    if old.status <> 'DRAFT' and
        (old.terms, old.mode, old.terms_hash, old.commitment, old.seed, old.salt, old.opens_at, old.closes_at,
            old.draws_at, old.needs_beacon, old.opened_at)
        is distinct from
        (new.terms, new.mode, new.terms_hash, new.commitment, new.seed, new.salt, new.opens_at, new.closes_at,
            new.draws_at, new.needs_beacon, new.opened_at) then
        raise exception 'draw % of % is published: it does not change', old.draw, old.community
            using errcode = 'check_violation', constraint = 'draw_is_frozen';
    end if;
    if (old.root is not null and new.root is distinct from old.root)
        or (old.beacon is not null and new.beacon is distinct from old.beacon)
        or (old.beacon is null and new.beacon is not null and old.status <> 'CLOSED') then
        raise exception 'what closes and decides draw % of % is said once', old.draw, old.community
            using errcode = 'check_violation', constraint = 'draw_is_frozen';
    end if;
    if new.status <> old.status and (old.status, new.status) not in
        (('DRAFT', 'OPEN'), ('OPEN', 'CLOSED'), ('CLOSED', 'DRAWN'), ('OPEN', 'CANCELLED'), ('CLOSED', 'CANCELLED')) then
        raise exception 'draw % of % does not go from % to %', old.draw, old.community, old.status, new.status
            using errcode = 'check_violation', constraint = 'draw_goes_forward';
    end if;
    if old.status = 'CLOSED' and new.status = 'CANCELLED' and not (old.needs_beacon and old.beacon is null) then
        raise exception 'draw % of % is closed: it is drawn, whoever would win', old.draw, old.community
            using errcode = 'check_violation', constraint = 'closed_is_drawn';
    end if;
    return new;
end
$$;

create trigger draw_keeps_what_is_published before update on draw
    for each row execute function keep_what_is_published();
create trigger draw_stays before delete or truncate on draw
    for each statement execute function refuse_change('a draw stays, and its id is used once', 'draw_stays');

-- Entries are taken in several lists, so that members do not wait for one another; an instant draw has one.
create table draw_lane (
    community  text collate "C" not null,
    draw       text collate "C" not null,
    lane       smallint not null constraint lane_in_range check (lane between 0 and 63),
    entries    bigint   not null default 0 constraint entries_not_negative check (entries >= 0),
    -- SHA-256 that stands for the list
    head       text     not null constraint head_form check (head ~ '^[0-9a-f]{64}$'),
    primary key (community, draw, lane),
    foreign key (community, draw) references draw
) with (fillfactor = 50);

create table draw_entry (
    community   text collate "C" not null,
    draw        text collate "C" not null,
    lane        smallint    not null,
    number      bigint      not null constraint number_positive check (number > 0),
    member      text collate "C" not null constraint member_form check (member ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    entrant     text        not null constraint entrant_form check (entrant ~ '^[0-9a-f]{64}$'),
    head        text        not null constraint head_form check (head ~ '^[0-9a-f]{64}$'),
    cost        bigint      not null constraint cost_in_range check (cost between 0 and 1000000000),
    entered_at  timestamptz not null,
    -- set once the cost went back
    refunded_at timestamptz constraint only_costs_go_back check (refunded_at is null or cost > 0),
    primary key (community, draw, lane, number),
    foreign key (community, draw, lane) references draw_lane
);

create index draw_entry_by_member on draw_entry (community, member, entered_at);
create index draw_entry_of_member on draw_entry (community, draw, member);
create index draw_entry_with_cost on draw_entry (community, draw, lane, number) where cost > 0 and refunded_at is null;

-- An entry moves its list: the number is the next one, the head follows from the one before.
create function take_entry() returns trigger language plpgsql as $$
begin
    if not exists (select from draw d where d.community = new.community and d.draw = new.draw and d.status = 'OPEN') then
        raise exception 'draw % of % takes no entries', new.draw, new.community
            using errcode = 'check_violation', constraint = 'entries_only_while_open';
    end if;
    update draw_lane set entries = entries + 1, head = new.head
    where community = new.community and draw = new.draw and lane = new.lane and entries = new.number - 1
        and new.head = encode(sha256(decode(head || new.entrant, 'hex')), 'hex');
    if not found then
        raise exception 'entry %/% of draw % of % does not follow the last one', new.lane, new.number, new.draw, new.community
            using errcode = 'check_violation', constraint = 'entries_are_a_chain';
    end if;
    return null;
end
$$;

create trigger entry_moves_its_lane after insert on draw_entry for each row execute function take_entry();

create function keep_entry() returns trigger language plpgsql as $$
begin
    if (old.community, old.draw, old.lane, old.number, old.member, old.entrant, old.head, old.cost, old.entered_at)
        is distinct from
        (new.community, new.draw, new.lane, new.number, new.member, new.entrant, new.head, new.cost, new.entered_at)
        or old.refunded_at is not null then
        raise exception 'an entry stays as it was taken'
            using errcode = 'check_violation', constraint = 'entry_immutable';
    end if;
    return new;
end
$$;

create trigger entry_is_kept before update on draw_entry for each row execute function keep_entry();
create trigger entry_stays before delete or truncate on draw_entry
    for each statement execute function refuse_change('an entry stays', 'entry_immutable');
create trigger lane_moves_only_by_entries before update or delete or truncate on draw_lane
    for each statement when (pg_trigger_depth() = 0)
    execute function refuse_change('a list grows only by entries', 'lane_moves_only_by_entries');

create table draw_stock (
    community  text collate "C" not null,
    draw       text collate "C" not null,
    prize      text collate "C" not null constraint prize_form check (prize ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    quantity   integer not null constraint quantity_in_range check (quantity between 1 and 10000),
    remaining  integer not null,
    primary key (community, draw, prize),
    foreign key (community, draw) references draw,
    constraint stock_in_range check (remaining between 0 and quantity)
);

create table draw_win (
    community   text collate "C" not null,
    draw        text collate "C" not null,
    -- the place among the wins of the draw
    position    integer     not null constraint position_not_negative check (position >= 0),
    prize       text collate "C" not null,
    lane        smallint    not null,
    number      bigint      not null,
    member      text collate "C" not null,
    won_at      timestamptz not null,
    -- what the prize is, in points; otherwise it is handed over
    currency    text collate "C",
    points      bigint      constraint points_in_range check (points between 1 and 1000000000),
    expires_days integer    constraint expires_days_in_range check (expires_days between 1 and 3650),
    given_at    timestamptz,
    given_by    text        constraint given_by_length check (length(given_by) between 1 and 256),
    reference   text        constraint reference_length check (length(reference) between 1 and 200),
    primary key (community, draw, position),
    foreign key (community, draw, prize) references draw_stock,
    foreign key (community, draw, lane, number) references draw_entry,
    foreign key (community, currency) references currency,
    constraint one_win_per_entry unique (community, draw, lane, number),
    constraint points_have_a_currency check ((points is null) = (currency is null))
);

create index draw_win_to_give on draw_win (community, draw, position) where given_at is null and points is not null;
create index draw_win_by_member on draw_win (community, member, won_at);

-- Winner and stock in one step: nothing is won without stock, and no stock falls without a winner.
create function take_stock() returns trigger language plpgsql as $$
begin
    update draw_stock s set remaining = s.remaining - w.won
    from (select community, draw, prize, count(*)::integer as won from added group by community, draw, prize) w
    where s.community = w.community and s.draw = w.draw and s.prize = w.prize;
    return null;
end
$$;

create trigger win_takes_stock after insert on draw_win
    referencing new table as added for each statement execute function take_stock();
create trigger stock_moves_only_by_wins before update or delete or truncate on draw_stock
    for each statement when (pg_trigger_depth() = 0)
    execute function refuse_change('stock is taken only by wins', 'stock_moves_only_by_wins');

create function keep_win() returns trigger language plpgsql as $$
begin
    if (old.community, old.draw, old.position, old.prize, old.lane, old.number, old.member, old.won_at, old.currency,
            old.points, old.expires_days)
        is distinct from
        (new.community, new.draw, new.position, new.prize, new.lane, new.number, new.member, new.won_at, new.currency,
            new.points, new.expires_days)
        or old.given_at is not null then
        raise exception 'a win stays as it was drawn, and its prize is given once'
            using errcode = 'check_violation', constraint = 'win_immutable';
    end if;
    return new;
end
$$;

create trigger win_is_kept before update on draw_win for each row execute function keep_win();
create trigger win_stays before delete or truncate on draw_win
    for each statement execute function refuse_change('a win stays', 'win_immutable');
