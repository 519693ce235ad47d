package dev.hearth.analytics.activity;

import org.roaringbitmap.RoaringBitmap;

/**
 * An {@link Audience} in one partition's community.
 *
 * @param named the ordinals of the members it names
 * @param takesOthers whether it is all but these, not these
 * @param members how many members there were when it was made out; who came later is not in it
 */
public record Mask(RoaringBitmap named, boolean takesOthers, int members) {
    static final Mask ALL = new Mask(new RoaringBitmap(), true, Integer.MAX_VALUE);

    public boolean isAll() {
        return takesOthers && named.isEmpty();
    }

    public boolean has(int ordinal) {
        return takesOthers != named.contains(ordinal);
    }

    /** Those of {@code members} that are looked at; the same set if all are. */
    public RoaringBitmap of(RoaringBitmap set) {
        if (isAll()) {
            return set;
        }
        return takesOthers ? RoaringBitmap.andNot(set, named) : RoaringBitmap.and(set, named);
    }
}
