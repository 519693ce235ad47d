package dev.hearth.analytics.cohort;

import org.roaringbitmap.RoaringBitmap;

/**
 * The members of one partition as they stand in a period.
 *
 * @param earlier who acted before the period
 * @param previous who acted in the period before
 * @param active who acted in it
 */
record LifecycleSets(RoaringBitmap earlier, RoaringBitmap previous, RoaringBitmap active) {
    static final LifecycleSets NOBODY =
            new LifecycleSets(new RoaringBitmap(), new RoaringBitmap(), new RoaringBitmap());

    /** Who stands so. Not to be changed. */
    RoaringBitmap of(LifecycleState state) {
        return switch (state) {
            case ACTIVE -> active;
            case NEW -> RoaringBitmap.andNot(active, earlier);
            case RETURNING -> RoaringBitmap.and(active, previous);
            case RESURRECTED -> RoaringBitmap.andNot(RoaringBitmap.and(active, earlier), previous);
            case NEWLY_DORMANT -> RoaringBitmap.andNot(previous, active);
            case DORMANT -> RoaringBitmap.andNot(earlier, active);
            case KNOWN -> RoaringBitmap.or(earlier, active);
        };
    }
}
