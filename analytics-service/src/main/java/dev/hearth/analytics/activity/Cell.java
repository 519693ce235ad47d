package dev.hearth.analytics.activity;

import org.jspecify.annotations.Nullable;

/**
 * The finest set that is kept apart: acts of one day, group and kind.
 *
 * @param epochDay the local day, as days since 1970-01-01
 * @param group the group, or null for acts in no group
 * @param kind what was done
 */
public record Cell(int epochDay, @Nullable String group, String kind) {}
