package dev.hearth.incentive.compensation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that a member did, as far as effects are measured by it.
 *
 * @param community the community's id
 * @param member who did it
 * @param localDate the day it counts for
 * @param event the event's id, unique in the community
 * @param kind what was done
 * @param value an amount that belongs to it, if any; beyond 10^12 it counts as that
 */
record Observation(
        String community,
        String member,
        LocalDate localDate,
        String event,
        String kind,
        @Nullable Long value) {
    private static final long MAX_VALUE = 1_000_000_000_000L;

    Observation {
        value = value == null ? null : Long.valueOf(Math.clamp(value, -MAX_VALUE, MAX_VALUE));
    }
}
