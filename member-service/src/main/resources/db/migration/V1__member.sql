-- Communities, their groups and members. Every key begins with the community: the tenant.

create table community (
    community  text        primary key check (community ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    name       text        not null check (length(name) between 1 and 200),
    purpose    text        not null check (length(purpose) <= 2000),
    zone       text        not null check (length(zone) between 1 and 64),
    join_mode  text        not null check (join_mode in ('OPEN', 'APPROVAL', 'INVITATION')),
    created_at timestamptz not null,
    changed_at timestamptz not null check (changed_at >= created_at),
    version    bigint      not null check (version >= 1)
);

-- "group" is a word of SQL.
create table community_group (
    community  text        not null references community,
    group_id   text        not null check (group_id ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    name       text        not null check (length(name) between 1 and 200),
    zone       text        check (length(zone) between 1 and 64),
    created_at timestamptz not null,
    changed_at timestamptz not null check (changed_at >= created_at),
    version    bigint      not null check (version >= 1),
    primary key (community, group_id)
);

create table member (
    community     text        not null references community,
    member_id     text        not null check (member_id ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    status        text        not null check (status in ('PENDING', 'ACTIVE', 'BANNED', 'LEFT')),
    status_reason text        check (length(status_reason) between 1 and 500),
    display_name  text        check (length(display_name) between 1 and 200),
    channel       text        check (length(channel) between 1 and 100),
    zone          text        check (length(zone) between 1 and 64),
    tags          text[]      not null check (cardinality(tags) <= 50 and array_position(tags, null) is null),
    level         integer     not null check (level between 0 and 1000),
    planted       boolean     not null,
    joined_at     timestamptz not null,
    changed_at    timestamptz not null check (changed_at >= joined_at),
    version       bigint      not null check (version >= 1),
    primary key (community, member_id)
);

-- Lists by status read this index in the order of their cursor.
create index member_by_status on member (community, status, member_id);

create table membership (
    community text not null,
    member_id text not null,
    group_id  text not null,
    primary key (community, member_id, group_id),
    foreign key (community, member_id) references member,
    foreign key (community, group_id) references community_group
);

create index membership_by_group on membership (community, group_id, member_id);

-- Whoever left is in no group, whatever writes the rows.
create function member_left_has_no_group() returns trigger language plpgsql as $$
begin
    if exists (
        select from membership g
        join member m using (community, member_id)
        where g.community = new.community and g.member_id = new.member_id and m.status = 'LEFT'
    ) then
        raise exception 'member % of % left and is in no group', new.member_id, new.community
            using errcode = 'check_violation', constraint = 'member_left_has_no_group';
    end if;
    return null;
end
$$;

create constraint trigger member_left_has_no_group after update of status on member
    deferrable initially deferred for each row when (new.status = 'LEFT')
    execute function member_left_has_no_group();

create constraint trigger membership_of_who_stays after insert on membership
    deferrable initially deferred for each row
    execute function member_left_has_no_group();
