-- Red packets (红包). What must hold is held here, whoever writes:
--   * the shares of a packet are at least 1 each and together its total, from the first moment on;
--   * a share is claimed once, a member claims one share of a packet; a claimed share stays;
--   * what was claimed and what went back never exceed the total (and the ledger's pot never falls below zero);
--   * limits count by local day: the day is part of the key.

create table red_packet (
    community   text collate "C" not null constraint community_form check (community ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    packet      uuid        not null,
    -- the member who sent it; null where the community did
    sender      text collate "C" constraint sender_form check (sender ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    group_id    text collate "C" constraint group_form check (group_id ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    currency    text collate "C" not null,
    split       text        not null constraint split_known check (split in ('EQUAL', 'RANDOM')),
    total       bigint      not null constraint total_in_range check (total between 1 and 1000000000),
    shares      integer     not null constraint shares_in_range check (shares between 1 and 1000),
    greeting    text        constraint greeting_length check (length(greeting) between 1 and 200),
    seed        text        not null constraint seed_form check (seed ~ '^[0-9a-f]{64}$'),
    commitment  text        not null,
    -- the lots that the points came from, soonest-expiring first
    lot_expiries timestamptz[] not null,
    lot_points  bigint[]    not null,
    status      text        not null constraint status_known check (status in ('OPEN', 'CLAIMED', 'EXPIRED')),
    claimed     bigint      not null default 0,
    refunded    bigint      not null default 0,
    sent_by     text        not null constraint sent_by_length check (length(sent_by) between 1 and 256),
    sent_at     timestamptz not null,
    expires_at  timestamptz not null,
    ended_at    timestamptz,
    primary key (community, packet),
    foreign key (community, currency) references currency,
    constraint a_point_a_share check (total >= shares),
    constraint expires_later check (expires_at > sent_at),
    constraint commitment_is_the_seeds check (commitment = encode(sha256(decode(seed, 'hex')), 'hex')),
    constraint lots_have_points check (cardinality(lot_expiries) = cardinality(lot_points) and cardinality(lot_points) > 0),
    constraint parts_within_the_total check (claimed >= 0 and refunded >= 0 and claimed + refunded <= total),
    constraint ended_adds_up check ((status = 'OPEN' and refunded = 0 and ended_at is null)
        or (status <> 'OPEN' and ended_at is not null and claimed + refunded = total))
);

create index red_packet_to_end on red_packet (expires_at) where status = 'OPEN';
create index red_packet_by_sender on red_packet (community, sender, sent_at) where sender is not null;

create table red_packet_share (
    community   text collate "C" not null,
    packet      uuid        not null,
    share       integer     not null constraint share_positive check (share > 0),
    points      bigint      not null constraint at_least_a_point check (points > 0),
    -- the points of all shares before this one: so it is known which lots these points are of
    points_before bigint    not null constraint before_not_negative check (points_before >= 0),
    member      text collate "C" constraint member_form check (member ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    claimed_at  timestamptz,
    primary key (community, packet, share),
    foreign key (community, packet) references red_packet,
    constraint claimed_by_somebody check ((member is null) = (claimed_at is null))
);

create unique index one_claim_per_member on red_packet_share (community, packet, member) where member is not null;
create index red_packet_share_free on red_packet_share (community, packet, share) where member is null;
create index red_packet_share_by_member on red_packet_share (community, member, claimed_at) where member is not null;

create function shares_are_the_total() returns trigger language plpgsql as $$
declare
    offender uuid;
begin
    select p.packet into offender
    from (select distinct community, packet from added) a
    join red_packet p using (community, packet)
    join lateral (select count(*) as shares, sum(s.points) as total, min(s.share) as first, max(s.share) as last,
                      sum(s.points) filter (where s.member is not null) as claimed
                  from red_packet_share s where s.community = p.community and s.packet = p.packet) s on true
    where s.shares <> p.shares or s.total <> p.total or s.first <> 1 or s.last <> p.shares or s.claimed is not null
    limit 1;
    if found then
        raise exception 'the shares of red packet % are not its total', offender
            using errcode = 'check_violation', constraint = 'shares_are_the_total';
    end if;
    return null;
end
$$;

create trigger shares_come_whole after insert on red_packet_share
    referencing new table as added for each statement execute function shares_are_the_total();

-- A share is claimed once and only while its packet is open. The packet's row is not touched: claims do not wait for one another.
create function keep_share() returns trigger language plpgsql as $$
begin
    if old.member is not null
        or (old.community, old.packet, old.share, old.points, old.points_before)
            is distinct from (new.community, new.packet, new.share, new.points, new.points_before)
        or not exists (select from red_packet p where p.community = new.community and p.packet = new.packet
            and p.status = 'OPEN') then
        raise exception 'a share is claimed once, while its red packet is open'
            using errcode = 'check_violation', constraint = 'share_is_claimed_once';
    end if;
    return new;
end
$$;

create trigger share_is_kept before update on red_packet_share for each row execute function keep_share();
create trigger share_stays before delete or truncate on red_packet_share
    for each statement execute function refuse_change('a share stays', 'share_is_claimed_once');

create function keep_packet() returns trigger language plpgsql as $$
declare
    taken bigint;
begin
    if old.status <> 'OPEN'
        or (old.community, old.packet, old.sender, old.group_id, old.currency, old.split, old.total, old.shares, old.seed,
            old.lot_expiries, old.lot_points, old.sent_at, old.expires_at)
            is distinct from (new.community, new.packet, new.sender, new.group_id, new.currency, new.split, new.total,
            new.shares, new.seed, new.lot_expiries, new.lot_points, new.sent_at, new.expires_at) then
        raise exception 'a red packet stays as it was sent, and ends once'
            using errcode = 'check_violation', constraint = 'red_packet_immutable';
    end if;
    select coalesce(sum(points), 0) into taken from red_packet_share
    where community = new.community and packet = new.packet and member is not null;
    if new.status <> 'OPEN' and new.claimed <> taken then
        raise exception 'red packet % ends with % claimed, its shares say %', new.packet, new.claimed, taken
            using errcode = 'check_violation', constraint = 'red_packet_adds_up';
    end if;
    return new;
end
$$;

create trigger red_packet_is_kept before update on red_packet for each row execute function keep_packet();
create trigger red_packet_stays before delete or truncate on red_packet
    for each statement execute function refuse_change('a red packet stays', 'red_packet_immutable');

-- What members sent and claimed, by local day of the community: limits are per day because the day is in the key.
create table red_packet_day (
    community   text collate "C" not null,
    member      text collate "C" not null,
    local_date  date    not null,
    currency    text collate "C" not null,
    packets_sent   integer not null default 0 constraint sent_not_negative check (packets_sent >= 0),
    points_sent    bigint  not null default 0 constraint points_not_negative check (points_sent >= 0),
    shares_claimed integer not null default 0 constraint claimed_not_negative check (shares_claimed >= 0),
    primary key (community, member, local_date, currency)
) with (fillfactor = 75);

-- Claims a free share for a member, or none if none is left. Claims that run at the same time take different shares; only
-- where all that are left are being claimed just now it waits for one of these, since that claim may yet be undone.
create function claim_share(of_community text, of_packet uuid, by_member text, at timestamptz)
    returns table (claimed_share integer, claimed_points bigint, claimed_before bigint)
    language plpgsql as $$
begin
    loop
        return query
            update red_packet_share s set member = by_member, claimed_at = at
            where s.community = of_community and s.packet = of_packet and s.share = (
                select f.share from red_packet_share f
                where f.community = of_community and f.packet = of_packet and f.member is null
                order by f.share limit 1 for update skip locked)
            returning s.share, s.points, s.points_before;
        exit when found;
        perform 1 from red_packet_share f
        where f.community = of_community and f.packet = of_packet and f.member is null limit 1;
        exit when not found;
        perform 1 from red_packet_share f
        where f.community = of_community and f.packet = of_packet and f.member is null
        order by f.share limit 1 for update;
    end loop;
end
$$;
