package dev.hearth.analytics.funnel;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with a funnel. */
enum FunnelProblem implements ProblemType {
    NOT_A_FUNNEL(400, "A funnel has 2 to 10 different steps");

    private final int status;
    private final String title;

    FunnelProblem(int status, String title) {
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
