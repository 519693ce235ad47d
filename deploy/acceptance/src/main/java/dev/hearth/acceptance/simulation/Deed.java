package dev.hearth.acceptance.simulation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does.
 *
 * @param id unique in the community, and the same whenever it is made
 * @param at when
 * @param member who
 * @param group where, if in a group
 * @param kind what
 * @param target to whom or what, if to any
 * @param value an amount, a rating, seconds, if any
 */
public record Deed(
        String id,
        Instant at,
        String member,
        @Nullable String group,
        String kind,
        @Nullable String target,
        @Nullable Long value) {}
