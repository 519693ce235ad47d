package dev.hearth.incentive.why;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with asking why. */
enum WhyProblem implements ProblemType {
    UNKNOWN_ENTRY(404, "There is no such entry in the community");

    private final int status;
    private final String title;

    WhyProblem(int status, String title) {
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
