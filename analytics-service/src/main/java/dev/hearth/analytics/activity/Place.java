package dev.hearth.analytics.activity;

import org.jspecify.annotations.Nullable;

/**
 * Where something happened and what it was.
 *
 * @param group the group, or null if in none
 * @param kind what was done or happened
 * @param activity whether it makes a member active: true for what members do, false for facts about them (that they
 *     joined, were paid points). Facts are found by their kind only, never among all kinds.
 */
public record Place(@Nullable String group, String kind, boolean activity) {
    public Place {
        if (kind.isEmpty() || (group != null && group.isEmpty())) {
            throw new IllegalArgumentException("group and kind must not be empty");
        }
    }

    /** What a member did. */
    public static Place deed(@Nullable String group, String kind) {
        return new Place(group, kind, true);
    }

    /** What is to be known about a member. */
    public static Place fact(@Nullable String group, String kind) {
        return new Place(group, kind, false);
    }
}
