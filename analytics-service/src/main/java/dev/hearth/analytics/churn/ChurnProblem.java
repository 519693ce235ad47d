package dev.hearth.analytics.churn;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with a question about members who may stay away. */
enum ChurnProblem implements ProblemType {
    NO_RECENT_ACTIVITY(404, "The member did nothing in the last 84 days, or is none");

    private final int status;
    private final String title;

    ChurnProblem(int status, String title) {
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
