package dev.hearth.incentive.condition;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with an expression when it is saved. */
enum ConditionProblem implements ProblemType {
    BAD_EXPRESSION(422, "The expression cannot be used");

    private final int status;
    private final String title;

    ConditionProblem(int status, String title) {
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
