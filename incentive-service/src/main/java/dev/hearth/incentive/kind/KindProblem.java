package dev.hearth.incentive.kind;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with the kinds of event that are named. */
enum KindProblem implements ProblemType {
    KIND_NOT_KNOWN(422, "A kind of event is named that the community does not have");

    private final int status;
    private final String title;

    KindProblem(int status, String title) {
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
