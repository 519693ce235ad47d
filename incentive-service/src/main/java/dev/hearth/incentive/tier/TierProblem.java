package dev.hearth.incentive.tier;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with tiers. */
enum TierProblem implements ProblemType {
    NO_TIER_SCHEME(404, "The community has no tier scheme"),
    TIER_NOT_IN_SCHEME(422, "The scheme has no such tier"),
    CURRENCY_OF_TIERS_UNKNOWN(422, "The community has no such currency"),
    NO_TIER_OVERRIDE(404, "Nobody has pinned the member's tier");

    private final int status;
    private final String title;

    TierProblem(int status, String title) {
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
