package dev.hearth.analytics.rebuild;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with a request about rebuilds. */
public enum RebuildProblem implements ProblemType {
    UNKNOWN_REBUILD(404, "There is no such rebuild");

    private final int status;
    private final String title;

    RebuildProblem(int status, String title) {
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
