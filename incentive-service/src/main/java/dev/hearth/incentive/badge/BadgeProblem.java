package dev.hearth.incentive.badge;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with badges. */
enum BadgeProblem implements ProblemType {
    UNKNOWN_BADGE(404, "There is no such badge in the community"),
    BADGE_NOT_IN_FORCE(409, "The badge is a draft or retired"),
    BADGE_NOT_AWARDED(404, "The member does not have the badge");

    private final int status;
    private final String title;

    BadgeProblem(int status, String title) {
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
