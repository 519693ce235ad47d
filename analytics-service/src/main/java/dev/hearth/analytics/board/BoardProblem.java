package dev.hearth.analytics.board;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with a question about a board. */
enum BoardProblem implements ProblemType {
    UNDEFINED_BOARD(400, "The parameters do not make a board"),
    UNRANKED_MEMBER(404, "The member has no place on this board");

    private final int status;
    private final String title;

    BoardProblem(int status, String title) {
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
