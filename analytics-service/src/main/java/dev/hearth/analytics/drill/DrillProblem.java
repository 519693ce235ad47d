package dev.hearth.analytics.drill;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with a list of members. */
enum DrillProblem implements ProblemType {
    LIST_IS_GONE(409, "The list cannot be continued: what it was made from was read anew");

    private final int status;
    private final String title;

    DrillProblem(int status, String title) {
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
