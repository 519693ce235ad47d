package dev.hearth.incentive.draw;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A prize that was won.
 *
 * @param draw the draw's id
 * @param position its place among the wins of the draw, from 0
 * @param prize the prize's id
 * @param lane of the entry
 * @param number of the entry
 * @param member who won
 * @param wonAt when
 * @param currency of the points that the prize is, if it is points
 * @param points that the prize is, if it is points
 * @param expiresDays when they expire, in days from the win; never if absent
 * @param givenAt when it was credited or handed over
 * @param reference how it was handed over, where that was said
 */
record Win(
        String draw,
        int position,
        String prize,
        int lane,
        long number,
        String member,
        Instant wonAt,
        @Nullable String currency,
        @Nullable Long points,
        @Nullable Integer expiresDays,
        @Nullable Instant givenAt,
        @Nullable String reference) {
    static Win of(Prize prize, int position, Entry entry, Instant now, boolean given) {
        return new Win(
                entry.draw(),
                position,
                prize.id(),
                entry.lane(),
                entry.number(),
                entry.member(),
                now,
                prize.currency(),
                prize.points(),
                prize.pointsExpireDays(),
                given ? now : null,
                null);
    }

    /** What names it in the ledger. */
    String ledgerReference() {
        return "draw/" + draw + "/win/" + position;
    }
}
