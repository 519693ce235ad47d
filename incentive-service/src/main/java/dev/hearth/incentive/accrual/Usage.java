package dev.hearth.incentive.accrual;

/**
 * What has counted towards a cap so far.
 *
 * @param points the points awarded
 * @param times how many awards of at least one point
 */
public record Usage(long points, long times) {
    /** Nothing yet. */
    public static final Usage NONE = new Usage(0, 0);

    public Usage {
        if (points < 0 || times < 0) {
            throw new IllegalArgumentException("usage is never negative: " + points + ", " + times);
        }
    }

    Usage plus(long awarded) {
        return new Usage(Math.addExact(points, awarded), Math.addExact(times, 1));
    }
}
