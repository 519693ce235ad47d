package dev.hearth.incentive.condition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as expressions see it: {@code event}.
 *
 * @param kind what was done
 * @param memberId who did it
 * @param groupId the group it was done in
 * @param target whom or what it was done to
 * @param value the amount that belongs to the event
 * @param occurredAt when
 * @param zone whose days count
 * @param localDate the local day it counts for
 * @param properties further properties
 */
public record EventFacts(
        String kind,
        String memberId,
        @Nullable String groupId,
        @Nullable String target,
        @Nullable Long value,
        Instant occurredAt,
        ZoneId zone,
        LocalDate localDate,
        Map<String, Object> properties) {
    Map<String, Object> named() {
        Map<String, Object> named = HashMap.newHashMap(12);
        named.put("kind", kind);
        named.put("memberId", memberId);
        putIfThere(named, "groupId", groupId);
        putIfThere(named, "target", target);
        if (value != null) {
            named.put("value", inRange(value));
        }
        named.put("occurredAt", occurredAt);
        named.put("localDate", localDate.toString());
        ZonedDateTime local = occurredAt.atZone(zone);
        named.put("hour", (long) local.getHour());
        named.put("weekday", (long) localDate.getDayOfWeek().getValue());
        named.put("properties", Plain.map(properties));
        return named;
    }

    private static void putIfThere(Map<String, Object> named, String name, @Nullable Object value) {
        if (value != null) {
            named.put(name, value);
        }
    }

    /** What the overflow check was told of the value holds, or there is no value of the expression. */
    private static long inRange(long value) {
        if (Math.abs(value) > Vocabulary.MAX_VALUE || value == Long.MIN_VALUE) {
            throw new ArithmeticException("event.value is beyond ±(2^53 - 1)");
        }
        return value;
    }
}
