package dev.hearth.incentive.campaign.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How one budget serves many drawers without a hot row. What is unspent lies in slices: slice 0 is the pool, each
 * partition has one of its own. A partition draws from its own slice alone while that lasts; then it takes a share of
 * the pool, the smaller the less is left; only when the pool cannot give what is missing, all slices are called back to
 * it. So nobody is refused while anything is left anywhere, and little is ever called back.
 */
final class Escrow {
    /** The slice that is nobody's own. */
    static final int POOL = 0;

    /** One part in so many of the pool goes to a slice that asks, or what it misses if that is more. */
    private static final long PORTION = 16;

    private Escrow() {}

    /**
     * Points that change their slice.
     *
     * @param from the slice that has them
     * @param to the slice that gets them
     * @param points how many, 1 or more
     */
    record Move(int from, int to, long points) {}

    /**
     * The slices that must be locked before {@code slice} may draw {@code wanted}.
     *
     * @param left what each slice has
     */
    static SortedSet<Integer> touched(int slice, long wanted, Map<Integer, Long> left) {
        SortedSet<Integer> touched = new TreeSet<>();
        long own = left.getOrDefault(slice, 0L);
        long pool = left.getOrDefault(POOL, 0L);
        touched.add(slice);
        if (own < wanted) {
            touched.add(POOL);
            if (slice == POOL || own + pool < wanted) {
                left.forEach((other, points) -> {
                    if (points > 0) {
                        touched.add(other);
                    }
                });
            }
        }
        return touched;
    }

    /**
     * What must move so that {@code slice} has {@code wanted}, or all there is if that is less.
     *
     * @param left what each slice has, all of those {@link #touched} at least
     */
    static List<Move> moves(int slice, long wanted, SortedMap<Integer, Long> left) {
        long own = left.getOrDefault(slice, 0L);
        if (own >= wanted) {
            return List.of();
        }
        List<Move> moves = new ArrayList<>();
        long pool = left.getOrDefault(POOL, 0L);
        long missing = slice == POOL ? wanted : wanted - own;
        if (pool < missing) {
            for (Map.Entry<Integer, Long> other : left.entrySet()) {
                if (other.getKey() != slice && other.getKey() != POOL && other.getValue() > 0) {
                    moves.add(new Move(other.getKey(), POOL, other.getValue()));
                    pool += other.getValue();
                }
            }
        }
        long share = Math.min(pool, Math.max(missing, pool / PORTION));
        if (slice != POOL && share > 0) {
            moves.add(new Move(POOL, slice, share));
        }
        return moves;
    }
}
