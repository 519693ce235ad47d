package dev.hearth.incentive.redemption;

import dev.hearth.incentive.reward.LimitWindow;
import dev.hearth.incentive.reward.MemberLimit;
import dev.hearth.incentive.reward.Reward;
import dev.hearth.platform.problem.ProblemException;
import java.time.Instant;
import java.util.Map;

/** Whether a member may redeem a reward now. Pure; each reason against it is a problem of its own. */
final class Admissibility {
    private Admissibility() {}

    /** Fails where the reward is not valid now, or not for this member. */
    static void check(Reward reward, Buyer buyer, Instant now) {
        if (!reward.isValidAt(now)) {
            throw new ProblemException(RedemptionProblem.REWARD_NOT_VALID, validity(reward));
        }
        if (!reward.isVisibleTo(buyer.facts())) {
            throw new ProblemException(
                    RedemptionProblem.REWARD_NOT_VISIBLE,
                    "the reward " + reward.id() + " is for others: its condition does not hold for the member");
        }
    }

    /**
     * Fails where a limit is reached.
     *
     * @param used how often the member had redeemed the reward, by window
     */
    static void checkLimits(Reward reward, Map<LimitWindow, Long> used) {
        for (MemberLimit limit : reward.terms().limits()) {
            long times = used.getOrDefault(limit.window(), 0L);
            if (times >= limit.times()) {
                throw new ProblemException(
                        RedemptionProblem.REWARD_LIMIT_REACHED,
                        "the member has redeemed it " + times + " times, at most " + limit.times() + " a "
                                + limit.window() + " are allowed");
            }
        }
    }

    private static String validity(Reward reward) {
        return "it can be redeemed from "
                + (reward.terms().validFrom() == null
                        ? "the beginning"
                        : reward.terms().validFrom())
                + " until "
                + (reward.terms().validUntil() == null
                        ? "further notice"
                        : reward.terms().validUntil());
    }
}
