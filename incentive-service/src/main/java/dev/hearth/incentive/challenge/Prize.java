package dev.hearth.incentive.challenge;

import org.jspecify.annotations.Nullable;

/**
 * What a stage pays, at least one of them.
 *
 * @param points points
 * @param badge a badge's id
 * @param privilege the name of a privilege of kind ACCESS
 * @param privilegeDays how long the privilege lasts; null if it does not end by itself
 */
record Prize(
        @Nullable Points points,
        @Nullable String badge,
        @Nullable String privilege,
        @Nullable Integer privilegeDays) {
    /**
     * Points.
     *
     * @param amount 1 to 1,000,000,000
     * @param expireDays days of 24 hours after which they expire; null for never
     */
    record Points(String currency, long amount, @Nullable Integer expireDays) {}
}
