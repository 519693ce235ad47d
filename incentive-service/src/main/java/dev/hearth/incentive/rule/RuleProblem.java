package dev.hearth.incentive.rule;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with earning rules, their caps and their periods. */
enum RuleProblem implements ProblemType {
    UNKNOWN_RULE(404, "There is no such earning rule in the community"),
    UNKNOWN_CAP(404, "There is no such cap in the community"),
    UNKNOWN_PERIOD(404, "There is no such period in the community"),
    CURRENCY_NOT_INTRODUCED(422, "The rule pays in a currency that the community does not have"),
    CAP_NOT_SET(422, "The rule names a cap that the community does not have"),
    PERIOD_NOT_SET(422, "The rule names a period that the community does not have"),
    CAMPAIGN_NOT_MADE(422, "The rule is paid by a campaign that the community does not have"),
    ORDER_DEPENDENT_CAPS(422, "What members earn would depend on the order in which events arrive"),
    STILL_USED(409, "A rule in force needs it");

    private final int status;
    private final String title;

    RuleProblem(int status, String title) {
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
