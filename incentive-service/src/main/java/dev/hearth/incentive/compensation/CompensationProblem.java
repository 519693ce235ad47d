package dev.hearth.incentive.compensation;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with compensations. */
enum CompensationProblem implements ProblemType {
    UNKNOWN_COMPENSATION(404, "There is no such compensation in the community"),
    NOT_COMPENSATED(404, "The member is not part of the compensation"),
    COMPENSATION_FIXED(409, "A compensation's terms never change"),
    ALREADY_COMPENSATED(409, "The member has a compensation for the incident, or is held out of one"),
    TOO_MANY_COMPENSATIONS(409, "The community has as many compensations as it may have");

    private final int status;
    private final String title;

    CompensationProblem(int status, String title) {
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
