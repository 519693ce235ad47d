package dev.hearth.member.profile;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with members. */
enum MemberProblem implements ProblemType {
    UNKNOWN_MEMBER(404, "There is no such member in the community"),
    STATUS_FORBIDS(409, "The member's status does not allow this"),
    TOO_MANY_GROUPS(409, "The member is in as many groups as one can be"),
    NOBODY_ENROLLED(422, "Every member of the request was refused"),
    OPERATORS_ONLY(403, "Only operators may set this");

    private final int status;
    private final String title;

    MemberProblem(int status, String title) {
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
