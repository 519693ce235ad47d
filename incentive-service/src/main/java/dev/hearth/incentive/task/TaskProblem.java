package dev.hearth.incentive.task;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with tasks. */
enum TaskProblem implements ProblemType {
    UNKNOWN_TASK(404, "There is no such task in the community"),
    TOO_MANY_TASKS(409, "The community has as many tasks under way as it may have"),
    TASK_TOO_LARGE(422, "What is asked for is too large to be kept");

    private final int status;
    private final String title;

    TaskProblem(int status, String title) {
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
