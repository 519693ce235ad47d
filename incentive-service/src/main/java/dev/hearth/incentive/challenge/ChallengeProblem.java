package dev.hearth.incentive.challenge;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with challenges. */
enum ChallengeProblem implements ProblemType {
    UNKNOWN_CHALLENGE(404, "There is no such challenge in the community"),
    MEASURE_OF_CHALLENGE_FIXED(422, "A challenge's measure never changes"),
    PRIZE_UNKNOWN(422, "The community does not have what the challenge would pay");

    private final int status;
    private final String title;

    ChallengeProblem(int status, String title) {
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
