package dev.hearth.member.group;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with groups. */
enum GroupProblem implements ProblemType {
    UNKNOWN_GROUP(404, "There is no such group in the community"),
    UNKNOWN_GROUPS(422, "Some of the groups do not exist in the community");

    private final int status;
    private final String title;

    GroupProblem(int status, String title) {
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
