package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import org.jspecify.annotations.Nullable;

/**
 * A stage of a challenge no longer holds, since a friend who had been counted left too soon; its prize is taken back.
 *
 * @param memberId who had reached it
 * @param challenge the challenge's id
 * @param stage the stage's id
 * @param attempt which time it had been reached
 * @param progress how far the member is now
 * @param transaction the ledger transaction that took its points back, if it had any
 * @param badge the badge that was revoked, if it had one
 * @param privilege the name of the privilege that ended, if it had one
 */
@Contract(type = "dev.hearth.incentive.challenge-stage-lost.v1", topic = "hearth.incentive")
public record ChallengeStageLost(
        String memberId,
        String challenge,
        String stage,
        int attempt,
        long progress,
        @Nullable String transaction,
        @Nullable String badge,
        @Nullable String privilege) {}
