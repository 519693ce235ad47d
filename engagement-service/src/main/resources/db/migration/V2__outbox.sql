-- The platform's outbox, as its V0_1 makes it for services that have had one from their first version on.
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

-- Kinds that were declared before anybody was told of them.
insert into outbox (topic, key, headers, data)
select 'hearth.community-state',
       community || '/kind/' || kind,
       json_build_object(
           'ce_id', gen_random_uuid(),
           'ce_source', '/engagement-service',
           'ce_type', 'dev.hearth.engagement.kind-state.v1',
           'ce_time', to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
           'ce_community', community,
           'ce_aggregateversion', version::text),
       convert_to(
           json_build_object('community', community, 'kind', kind, 'description', description, 'version', version)::text,
           'UTF8')
from event_kind
order by revision;
