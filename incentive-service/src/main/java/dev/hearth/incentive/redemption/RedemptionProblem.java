package dev.hearth.incentive.redemption;

import dev.hearth.platform.problem.ProblemType;

/** What can keep a reward from being redeemed, or a redemption from going on. */
enum RedemptionProblem implements ProblemType {
    UNKNOWN_REDEMPTION(404, "There is no such redemption in the community"),
    REWARD_NOT_VISIBLE(403, "The reward is not for this member"),
    REWARD_NOT_VALID(409, "The reward cannot be redeemed at this time"),
    REWARD_LIMIT_REACHED(409, "The member has redeemed the reward as often as may be"),
    RESERVATION_EXPIRED(409, "The reservation has expired"),
    WRONG_STATE(409, "The redemption is in a state that does not allow this"),
    NOT_REFUNDABLE(409, "The redemption cannot be refunded");

    private final int status;
    private final String title;

    RedemptionProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
