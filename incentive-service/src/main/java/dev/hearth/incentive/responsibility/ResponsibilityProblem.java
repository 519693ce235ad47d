package dev.hearth.incentive.responsibility;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with rules and cases of responsibility. */
enum ResponsibilityProblem implements ProblemType {
    UNKNOWN_RESPONSIBILITY_RULE(404, "There is no such rule of responsibility in the community"),
    UNKNOWN_CASE(404, "There is no such case in the community"),
    RULE_NOT_IN_FORCE(409, "The rule of responsibility is not in force"),
    CASE_REVERSED(409, "The decision is reversed already"),
    SHARES_NOT_WHOLE(422, "The shares are not 100 percent together");

    private final int status;
    private final String title;

    ResponsibilityProblem(int status, String title) {
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
