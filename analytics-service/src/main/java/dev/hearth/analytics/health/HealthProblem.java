package dev.hearth.analytics.health;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with a question about groups' health. */
enum HealthProblem implements ProblemType {
    GROUP_WITHOUT_HEALTH(404, "The community has no such group");

    private final int status;
    private final String title;

    HealthProblem(int status, String title) {
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
