package dev.hearth.platform.outbox;

import io.vertx.mutiny.sqlclient.Row;

/**
 * What waits in the outbox.
 *
 * @param seconds age of the oldest row, 0 if there is none
 * @param rows how many, counted up to 100,000
 */
record Backlog(double seconds, long rows) {
    static final Backlog NONE = new Backlog(0, 0);

    static Backlog of(Row row) {
        return new Backlog(row.getDouble("seconds"), row.getLong("rows"));
    }
}
