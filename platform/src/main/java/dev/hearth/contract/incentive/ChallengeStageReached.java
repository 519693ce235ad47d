package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import org.jspecify.annotations.Nullable;

/**
 * A member reached a stage of a challenge (任务宝) and got its prize.
 *
 * @param memberId who reached it
 * @param challenge the challenge's id
 * @param challengeVersion version of the challenge that was in force
 * @param stage the stage's id
 * @param attempt 1 at first, more where it had been lost
 * @param progress how far the member is
 * @param transaction the ledger transaction that paid its points, if it has any
 * @param currency the points' currency, if it has any
 * @param amount the points, if it has any
 * @param badge the badge, if it has one
 * @param privilege the name of the privilege, if it has one
 */
@Contract(type = "dev.hearth.incentive.challenge-stage-reached.v1", topic = "hearth.incentive")
public record ChallengeStageReached(
        String memberId,
        String challenge,
        int challengeVersion,
        String stage,
        int attempt,
        long progress,
        @Nullable String transaction,
        @Nullable String currency,
        @Nullable Long amount,
        @Nullable String badge,
        @Nullable String privilege) {}
