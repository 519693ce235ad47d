package dev.hearth.analytics.activity;

import org.jspecify.annotations.Nullable;

/**
 * A part of a community's acts that has sets of its own.
 *
 * @param group acts in this group, or null for all acts, in whichever group or none
 * @param kind acts of this kind, or null for all kinds
 */
record Slice(@Nullable String group, @Nullable String kind) {
    static final Slice ALL = new Slice(null, null);
}
