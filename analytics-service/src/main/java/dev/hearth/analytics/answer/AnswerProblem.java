package dev.hearth.analytics.answer;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with a question for a kept answer. */
enum AnswerProblem implements ProblemType {
    UNKNOWN_VERSION(404, "No such version of the answer is kept");

    private final int status;
    private final String title;

    AnswerProblem(int status, String title) {
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
