package dev.hearth.incentive.earning.whatif;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with a what-if. */
enum WhatIfProblem implements ProblemType {
    HISTORY_TOO_LARGE(422, "The community's history is too large to be replayed in memory");

    private final int status;
    private final String title;

    WhatIfProblem(int status, String title) {
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
