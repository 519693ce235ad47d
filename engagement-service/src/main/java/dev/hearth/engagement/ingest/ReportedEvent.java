package dev.hearth.engagement.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event as its sender reports it, every field checked for its form.
 *
 * @param index its place in the request, from 0
 * @param id the sender's id, unique in the community
 * @param kind what was done
 * @param memberId who did it
 * @param occurredAt when
 * @param groupId in which group, if any
 * @param target whom or what it was done to, if any
 * @param value an amount, if any
 * @param properties further properties as a JSON object in UTF-8, if any
 */
record ReportedEvent(
        int index,
        String id,
        String kind,
        String memberId,
        Instant occurredAt,
        @Nullable String groupId,
        @Nullable String target,
        @Nullable Long value,
        @Nullable Properties properties) {
    /** A JSON object in UTF-8, within its bounds. */
    @SuppressWarnings("ArrayRecordComponent") // written once, read once, never compared
    record Properties(byte[] json) {}
}
