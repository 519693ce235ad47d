package dev.hearth.analytics.alert;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;

/**
 * Something that was told on hearth.signal.
 *
 * @param id the event's id: told again, it is the same alert
 * @param kind what was told, such as {@code signal.group-cold}
 * @param at the time it is of
 * @param detail the event's payload
 */
record Alert(String id, String kind, Instant at, JsonNode detail) {
    /** Newest first. */
    static final Comparator<Alert> ORDER = Comparator.comparing(Alert::cursor).reversed();

    /** Greater for later ones, by text: milliseconds since 1970 in 15 digits, and the id. */
    String cursor() {
        return "%015d/%s".formatted(at.toEpochMilli(), id);
    }
}
