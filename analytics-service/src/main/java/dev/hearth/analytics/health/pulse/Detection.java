package dev.hearth.analytics.health.pulse;

/**
 * When a group counts as cold or flooded.
 *
 * @param weeks how many weeks before are learned from, 3 to 11
 * @param leastWeeks of how many of these something must be known before anything is said, 3 to {@code weeks}
 * @param coldHours how many hours up to now are looked at for a cold group, 1 to 24; where even silence would be likely
 *     in these, twice as many are looked at, and so on up to a week
 * @param floodHours how many hours up to now are looked at for a flooded group, 1 to 24
 * @param coldShare how unlikely what lies below the band is where a cold spell begins, 1e-9 to 0.1
 * @param floodShare how unlikely what lies above the band is where a flooded spell begins, 1e-9 to 0.1
 * @param endShare the same where a spell ends, so that it ends only well within the band; not less than
 *     {@code coldShare} and {@code floodShare}, at most 0.4
 */
public record Detection(
        int weeks,
        int leastWeeks,
        int coldHours,
        int floodHours,
        double coldShare,
        double floodShare,
        double endShare) {
    /**
     * Eight weeks, six hours, one hour; one false alarm in about 14 weeks over 500 groups: some 140 windows of six
     * hours a week and group that differ, a millionth each.
     */
    public static final Detection USUAL = new Detection(8, 3, 6, 1, 1e-6, 1e-6, 0.01);

    /** Of fewer the deviation between weeks says nothing. */
    public static final int LEAST_WEEKS = 3;
    /** What the counts by hour go back, with a week to look at. */
    public static final int MOST_WEEKS = 11;

    public static final int MOST_HOURS = 24;

    /** Below it, what is summed of the distribution is no longer exact. */
    public static final double LEAST_SHARE = 1e-9;

    public static final double MOST_SHARE = 0.1;
    public static final double MOST_END_SHARE = 0.4;

    static final int WEEK_HOURS = 168;

    public Detection {
        require(weeks >= LEAST_WEEKS && weeks <= MOST_WEEKS, "weeks are 3 to 11", weeks);
        require(leastWeeks >= LEAST_WEEKS && leastWeeks <= weeks, "the least weeks are 3 to the weeks", leastWeeks);
        require(coldHours >= 1 && coldHours <= MOST_HOURS, "hours are 1 to 24", coldHours);
        require(floodHours >= 1 && floodHours <= MOST_HOURS, "hours are 1 to 24", floodHours);
        require(coldShare >= LEAST_SHARE && coldShare <= MOST_SHARE, "shares are 1e-9 to 0.1", coldShare);
        require(floodShare >= LEAST_SHARE && floodShare <= MOST_SHARE, "shares are 1e-9 to 0.1", floodShare);
        require(
                endShare >= Math.max(coldShare, floodShare) && endShare <= MOST_END_SHARE,
                "the share of ends is that of beginnings to 0.4",
                endShare);
    }

    private static void require(boolean inRange, String rule, double given) {
        if (!inRange) {
            throw new IllegalArgumentException(rule + ": " + given);
        }
    }
}
