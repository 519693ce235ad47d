package dev.hearth.incentive.draw;

import java.time.Instant;

/**
 * An entry of a draw.
 *
 * @param draw the draw's id
 * @param lane the number of its list, from 0
 * @param number its place in the list, from 1
 * @param member who entered
 * @param entrant how the member stands in the list
 * @param head of the list with this entry
 * @param cost points paid, 0 or more
 * @param enteredAt when
 */
record Entry(
        String draw, int lane, long number, String member, String entrant, String head, long cost, Instant enteredAt) {
    /** What names it in the ledger. */
    String reference() {
        return "draw/" + draw + "/entry/" + lane + "-" + number;
    }
}
