package dev.hearth.analytics.points;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with asking incentive-service. */
enum PointsProblem implements ProblemType {
    INCENTIVES_FAILED(502, "incentive-service answered with what is not understood here"),
    /** No 401: the caller's token is valid here, and a session must not end because two services differ. */
    INCENTIVES_MISTRUST(502, "incentive-service does not accept the token, which is valid here"),
    INCENTIVES_AWAY(503, "incentive-service does not answer"),
    INCENTIVES_SLOW(504, "incentive-service does not answer in time");

    private final int status;
    private final String title;

    PointsProblem(int status, String title) {
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
