package dev.hearth.incentive.reward;

import dev.hearth.platform.problem.Check;

/**
 * How often a member may redeem a reward.
 *
 * @param window in which it counts
 * @param times 1 to 10,000
 */
public record MemberLimit(LimitWindow window, int times) {
    static final int MAX_TIMES = 10_000;

    public MemberLimit {
        var _ = Check.range("/limits/times", times, 1, MAX_TIMES);
    }
}
