-- The answers given to requests with an Idempotency-Key, written in the transaction of the request's effect.
create table idempotency (
    caller       text        not null,
    route        text        not null,
    key          text        not null check (length(key) between 1 and 255),
    request_hash text        not null check (length(request_hash) = 64),
    status       int         not null check (status between 200 and 299),
    location     text,
    body         text,
    expires_at   timestamptz not null,
    primary key (caller, route, key)
);
create index idempotency_expires_at on idempotency (expires_at);
