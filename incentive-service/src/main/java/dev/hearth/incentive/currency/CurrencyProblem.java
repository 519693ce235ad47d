package dev.hearth.incentive.currency;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with currencies. */
enum CurrencyProblem implements ProblemType {
    UNKNOWN_CURRENCY(404, "There is no such currency in the community");

    private final int status;
    private final String title;

    CurrencyProblem(int status, String title) {
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
