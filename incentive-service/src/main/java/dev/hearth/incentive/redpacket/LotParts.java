package dev.hearth.incentive.redpacket;

import dev.hearth.incentive.ledger.Lot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which lots the points of a packet are of: they stand in a row, soonest-expiring first, and each share is a stretch of
 * it. So it is known to the unit what a claim hands over and what goes back where.
 */
final class LotParts {
    private final List<Lot> lots;

    /** @param lots of the whole packet, soonest-expiring first */
    LotParts(List<Lot> lots) {
        this.lots = List.copyOf(lots);
    }

    /**
     * The lots of a stretch.
     *
     * @param before points of the row that come before it
     * @param points of the stretch
     */
    List<Lot> of(long before, long points) {
        List<Lot> parts = new ArrayList<>();
        long start = 0;
        for (Lot lot : lots) {
            long end = start + lot.points();
            long part = Math.min(end, before + points) - Math.max(start, before);
            if (part > 0) {
                parts.add(new Lot(lot.expiresAt(), part));
            }
            start = end;
        }
        if (before < 0 || before + points > start) {
            throw new IllegalArgumentException(points + " points after " + before + " are not in a row of " + start);
        }
        return parts;
    }

    /** The lots of several stretches together, soonest-expiring first. */
    List<Lot> of(List<Share> shares) {
        Map<Instant, Long> together = new TreeMap<>();
        for (Share share : shares) {
            of(share.before(), share.points()).forEach(lot -> together.merge(lot.expiresAt(), lot.points(), Long::sum));
        }
        return together.entrySet().stream()
                .map(lot -> new Lot(lot.getKey(), lot.getValue()))
                .toList();
    }
}
