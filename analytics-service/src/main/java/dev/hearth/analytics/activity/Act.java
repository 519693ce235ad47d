package dev.hearth.analytics.activity;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that a member did, or that happened to one. It is the same act, however often it is heard of: known by its
 * id among what the member did on the same UTC day.
 *
 * @param community the community's id
 * @param id names the act; a repeat has the same id, member and time
 * @param member who acted; one member's acts all belong to one partition
 * @param place where and what
 * @param day the local day it counts for
 * @param at when it happened; kept in milliseconds
 * @param target whom or what it was done to, if any
 * @param value an amount that belongs to it, if any; more than {@code Long.MIN_VALUE}
 */
public record Act(
        String community,
        String id,
        String member,
        Place place,
        LocalDate day,
        Instant at,
        @Nullable String target,
        @Nullable Long value) {
    public Act {
        if (community.isEmpty() || id.isEmpty() || member.isEmpty()) {
            throw new IllegalArgumentException("community, id and member must not be empty");
        }
        if (value != null && value == Rows.NO_VALUE) {
            throw new IllegalArgumentException("a value must be more than " + Rows.NO_VALUE);
        }
    }
}
