package dev.hearth.incentive.campaign.budget;

/**
 * A slice as it stands, locked.
 *
 * @param key which slice
 * @param points what is in it
 * @param moves transfers to or from it so far
 */
record Slice(SliceKey key, long points, long moves) {}
