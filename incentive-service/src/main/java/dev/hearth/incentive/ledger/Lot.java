package dev.hearth.incentive.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Points that expire together.
 *
 * @param expiresAt when, {@link Account#NEVER} if they do not
 * @param points how many
 */
public record Lot(Instant expiresAt, long points) {
    /** All their points. */
    public static long total(List<Lot> lots) {
        return lots.stream().mapToLong(Lot::points).sum();
    }

    /** So many points of these lots, the first of them first. */
    static List<Lot> first(List<Lot> lots, long points) {
        List<Lot> taken = new ArrayList<>();
        long left = points;
        for (Lot lot : lots) {
            long part = Math.min(left, lot.points());
            if (part > 0) {
                taken.add(new Lot(lot.expiresAt(), part));
                left -= part;
            }
        }
        return taken;
    }
}
