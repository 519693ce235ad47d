package dev.hearth.analytics.window;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with a named window. */
enum WindowProblem implements ProblemType {
    UNKNOWN_WINDOW(404, "The community has no such window");

    private final int status;
    private final String title;

    WindowProblem(int status, String title) {
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
