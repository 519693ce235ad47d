package dev.hearth.acceptance.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of a file.
 *
 * @param id the event's id, unique in the file
 * @param at when it happened
 * @param member who acted
 * @param kind what was done, as the file calls it
 * @param target the member it was done to, if any
 * @param object the thing it was done to, if any
 * @param value an amount, if any
 * @param group the group it was done in, if any
 */
public record Row(
        String id,
        Instant at,
        String member,
        String kind,
        @Nullable String target,
        @Nullable String object,
        @Nullable Long value,
        @Nullable String group) {}
