-- Events that a committed transaction owes to Kafka. A queue: the relay sends a row, then deletes it.
-- Rows are numbered as they are inserted, and that must happen inside the lock of the aggregate that the event is about:
-- then, per aggregate, the order of ids is the order of commits. The sequence must not hand out blocks (cache 1).
create table outbox (
    id         bigint generated always as identity (cache 1) primary key,
    topic      text        not null check (topic <> ''),
    key        text        not null,
    headers    json        not null,
    data       bytea, -- null is a tombstone
    created_at timestamptz not null default clock_timestamp()
) with (
    -- Every row lives for milliseconds: sweep by number, not by share.
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 10000,
    autovacuum_vacuum_insert_threshold = -1,
    autovacuum_analyze_scale_factor = 0,
    autovacuum_analyze_threshold = 100000
);
