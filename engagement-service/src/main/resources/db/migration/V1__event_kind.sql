-- Kinds of events that communities declared, with the JSON Schema of their properties.
create table event_kind (
    community   text        not null check (community ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    kind        text        not null check (kind ~ '^[A-Za-z0-9_.:-]{1,64}$'),
    description text        not null check (length(description) between 1 and 500),
    schema      text        not null check (schema is json object and length(schema) <= 16384),
    version     bigint      not null check (version >= 1),
    revision    bigint      not null unique,
    changed_at  timestamptz not null,
    primary key (community, kind)
);

-- Numbers every change of any kind. The one row is locked by a change until it commits, so revisions become visible in
-- their order, and a replica that has read up to one has missed none.
create table event_kind_revision (
    only_row boolean primary key default true check (only_row),
    revision bigint  not null
);

insert into event_kind_revision (revision) values (0);
