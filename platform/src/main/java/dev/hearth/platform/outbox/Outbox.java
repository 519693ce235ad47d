package dev.hearth.platform.outbox;

import dev.hearth.platform.event.CloudEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Base64;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Puts events into the outbox, in the transaction of the change that they tell of.
 *
 * <p><b>The rule of order.</b> Rows are numbered when they are inserted, and the relay sends them by number. So that
 * the events of an aggregate come out in the order of its commits, they must be added <em>while the transaction holds
 * the aggregate's row lock</em>: load it {@code for update}, or insert it, and only then add. A transaction that adds
 * first and locks afterwards can be overtaken in the lock by another one and come out before it.
 */
public final class Outbox {
    /**
     * What Kafka takes by default is 1 MiB a record, with its headers. An event that could never be sent must not
     * commit.
     */
    static final int MAX_DATA = 900 * 1024;

    private static final String INSERT_JSON = """
            insert into outbox (topic, key, headers, data)
            select r.topic, r.key, r.headers, decode(r.data, 'base64')
            from rows from (json_to_recordset(cast(cast(:rows as text) as json))
                as (topic text, key text, headers json, data text))
              with ordinality as r(topic, key, headers, data, nth)
            order by r.nth
            """;
    private static final String INSERT_ARRAYS = """
            insert into outbox (topic, key, headers, data)
            select r.topic, r.key, cast(r.headers as json), r.data
            from unnest($1::text[], $2::text[], $3::text[], $4::bytea[])
              with ordinality as r(topic, key, headers, data, nth)
            order by r.nth
            """;

    private final Runnable added;

    /** @param added told at each addition, before the commit: {@code relay::expect} */
    public Outbox(Runnable added) {
        this.added = added;
    }

    /** Adds to the transaction of the current Panache session: see {@link #add(Mutiny.Session, List)}. */
    public Uni<Void> add(List<CloudEvent> events) {
        return Panache.getSession().chain(session -> add(session, events));
    }

    /** Adds one event to the transaction of the current Panache session. */
    public Uni<Void> add(CloudEvent event) {
        return add(List.of(event));
    }

    /**
     * Adds to a Hibernate Reactive session's transaction. The session is flushed first, so that what was changed so far
     * is inserted or updated, and thereby locked, before the rows are numbered: change the aggregate, then add its
     * events. (Hibernate itself flushes inserts before updates; an outbox entity would be numbered before its aggregate
     * is locked.)
     */
    public Uni<Void> add(Mutiny.Session session, List<CloudEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String rows = json(events);
        return session.flush()
                .chain(() -> session.createNativeQuery(INSERT_JSON)
                        .setParameter("rows", rows)
                        .executeUpdate())
                .invoke(added)
                .replaceWithVoid();
    }

    /** Adds to the transaction that is open on {@code connection}, in one statement whatever their number. */
    public Uni<Void> add(SqlConnection connection, List<CloudEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(INSERT_ARRAYS)
                .execute(arrays(events))
                .invoke(added)
                .replaceWithVoid();
    }

    private static String json(List<CloudEvent> events) {
        JsonArray rows = new JsonArray();
        for (CloudEvent event : events) {
            byte[] data = checked(event);
            rows.add(new JsonObject()
                    .put("topic", event.topic())
                    .put("key", event.key())
                    .put("headers", OutboxRow.headersOf(event))
                    .put("data", data == null ? null : Base64.getEncoder().encodeToString(data)));
        }
        return rows.encode();
    }

    private static Tuple arrays(List<CloudEvent> events) {
        int size = events.size();
        String[] topics = new String[size];
        String[] keys = new String[size];
        String[] headers = new String[size];
        @Nullable Buffer[] data = new @Nullable Buffer[size];
        for (int i = 0; i < size; i++) {
            CloudEvent event = events.get(i);
            topics[i] = event.topic();
            keys[i] = event.key();
            headers[i] = OutboxRow.headersOf(event).encode();
            byte[] bytes = checked(event);
            data[i] = bytes == null ? null : Buffer.buffer(bytes);
        }
        return Tuple.from(new Object[] {topics, keys, headers, data});
    }

    private static byte @Nullable [] checked(CloudEvent event) {
        byte[] data = event.data();
        if (data != null && data.length > MAX_DATA) {
            throw new IllegalArgumentException(
                    "event " + event.type() + " has " + data.length + " bytes, at most " + MAX_DATA + " can be sent");
        }
        return data;
    }
}
