package dev.hearth.analytics.health.pulse;

/**
 * When a group counts as cold or flooded.
 *
 * @param weeks how many weeks before are learned from, 3 to 11
 * @param coldHours how many hours up to now are looked at for a cold group, 1 to 24; where even silence would be likely
 *     in these, twice as many are looked at, and so on up to a week
 * @param floodHours how many hours up to now are looked at for a flooded group, 1 to 24
 * @param openShare how unlikely what lies out of the band is where a spell begins, above 0, at most 0.1
 * @param closeShare the same where it ends, so that it ends only well within the band; not less than {@code openShare},
 *     at most 0.4
 */
public record Detection(int weeks, int coldHours, int floodHours, double openShare, double closeShare) {
    /**
     * Eight weeks, six hours, one hour; one false alarm in about 14 weeks over 500 groups: some 140 windows of six
     * hours a week and group that differ, a millionth each.
     */
    public static final Detection USUAL = new Detection(8, 6, 1, 1e-6, 0.01);

    static final int LEAST_WEEKS = 3;
    static final int MOST_WEEKS = 11;
    static final int WEEK_HOURS = 168;

    public Detection {
        if (weeks < LEAST_WEEKS || weeks > MOST_WEEKS) {
            throw new IllegalArgumentException("weeks are 3 to 11: " + weeks);
        }
        if (coldHours < 1 || coldHours > 24 || floodHours < 1 || floodHours > 24) {
            throw new IllegalArgumentException("hours are 1 to 24: " + coldHours + ", " + floodHours);
        }
        if (!(openShare > 0) || openShare > 0.1 || !(closeShare >= openShare) || closeShare > 0.4) {
            throw new IllegalArgumentException("shares are out of range: " + openShare + ", " + closeShare);
        }
    }
}
