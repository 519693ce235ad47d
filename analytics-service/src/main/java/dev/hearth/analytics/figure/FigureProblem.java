package dev.hearth.analytics.figure;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with a question for figures. */
public enum FigureProblem implements ProblemType {
    UNKNOWN_GROUP(404, "The community has no such group"),
    UNKNOWN_MEMBER(404, "The community has no such member"),
    UNDEFINED_TARGET_AUDIENCE(404, "The community has not said whom it is for"),
    UNKNOWN_PERIOD(400, "Members are not counted over such a period"),
    RANGE_ENDS_BEFORE_IT_BEGINS(400, "The range ends before it begins"),
    RANGE_TOO_LONG(400, "The range has too many periods for one answer");

    private final int status;
    private final String title;

    FigureProblem(int status, String title) {
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
