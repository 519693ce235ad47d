package dev.hearth.incentive.reward;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with rewards. */
public enum RewardProblem implements ProblemType {
    UNKNOWN_REWARD(404, "There is no such reward in the community");

    private final int status;
    private final String title;

    RewardProblem(int status, String title) {
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
