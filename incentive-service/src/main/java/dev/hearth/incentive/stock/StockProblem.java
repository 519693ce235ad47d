package dev.hearth.incentive.stock;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with stock. */
public enum StockProblem implements ProblemType {
    OUT_OF_STOCK(409, "Nothing of the reward is left"),
    INSUFFICIENT_STOCK(409, "There is less in stock than would be taken out"),
    STOCK_IS_CODES(409, "The stock of a coupon is its codes");

    private final int status;
    private final String title;

    StockProblem(int status, String title) {
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
