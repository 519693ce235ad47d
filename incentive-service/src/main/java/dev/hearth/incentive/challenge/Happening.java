package dev.hearth.incentive.challenge;

import dev.hearth.incentive.condition.Facts;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An event as challenges look at it.
 *
 * @param event its id, unique in the community
 * @param target the member it was done to, if it was one
 * @param value the amount that belongs to it
 * @param facts what conditions look at
 */
record Happening(
        String community,
        String event,
        String kind,
        String member,
        @Nullable String target,
        @Nullable Long value,
        Instant occurredAt,
        LocalDate localDate,
        Facts facts) {}
