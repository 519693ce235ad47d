package dev.hearth.incentive.redemption;

import dev.hearth.incentive.ledger.Holder;

/**
 * A reward that a member wants.
 *
 * @param holder who wants it
 * @param reward the reward's id
 * @param mode set aside for now, or paid at once
 * @param who asks for it: the token's subject
 */
record Order(Holder holder, String reward, Mode mode, String who) {
    /** How to get it. */
    enum Mode {
        /** Set it aside, to be confirmed later. */
        RESERVE,
        /** Pay at once. */
        REDEEM
    }
}
