package dev.hearth.incentive.privilege;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with privileges. */
enum PrivilegeProblem implements ProblemType {
    UNKNOWN_PRIVILEGE(404, "There is no such privilege in the community"),
    PRIVILEGE_ENDED(409, "The privilege has ended");

    private final int status;
    private final String title;

    PrivilegeProblem(int status, String title) {
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
