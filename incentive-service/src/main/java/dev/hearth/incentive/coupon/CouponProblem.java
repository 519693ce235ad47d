package dev.hearth.incentive.coupon;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with coupon codes. */
enum CouponProblem implements ProblemType {
    NO_COUPON(409, "The reward is no coupon");

    private final int status;
    private final String title;

    CouponProblem(int status, String title) {
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
