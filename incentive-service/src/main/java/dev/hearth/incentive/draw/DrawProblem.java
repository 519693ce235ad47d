package dev.hearth.incentive.draw;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with draws. */
enum DrawProblem implements ProblemType {
    UNKNOWN_DRAW(404, "There is no such draw in the community"),
    UNKNOWN_WIN(404, "There is no such win in the draw"),
    DRAW_MEMBER_UNKNOWN(404, "There is no such member in the community"),
    DRAW_INCOMPLETE(422, "The draw lacks what it must have before it opens"),
    DRAW_PUBLISHED(409, "The draw is published: its terms do not change"),
    DRAW_NOT_OPEN(409, "The draw takes no entries now"),
    DRAW_SOLD_OUT(409, "Every prize of the draw is gone"),
    DRAW_FULL(409, "The draw has as many entries as it can have"),
    DRAW_ENTRY_LIMIT_REACHED(409, "The member has as many entries as the terms allow"),
    DRAW_NOT_FOR_MEMBER(409, "The draw is not for this member"),
    DRAW_UNCOVERED(409, "The member does not have the points for an entry"),
    DRAW_MUST_BE_DRAWN(409, "The draw is over: it is drawn, and no longer cancelled"),
    DRAW_NEEDS_NO_BEACON(409, "The draw waits for no beacon"),
    PRIZE_GIVEN(409, "The prize was given before");

    private final int status;
    private final String title;

    DrawProblem(int status, String title) {
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
