package dev.hearth.incentive.campaign;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with campaigns. */
public enum CampaignProblem implements ProblemType {
    UNKNOWN_CAMPAIGN(404, "There is no such campaign in the community"),
    UNKNOWN_BUDGET(404, "The campaign has no budget in that currency"),
    UNKNOWN_COST(404, "There is no such cost of the campaign"),
    CAMPAIGN_CLOSED(409, "The campaign is closed"),
    CAMPAIGN_NOT_OPEN(409, "The campaign is not open"),
    HOLD_OUT_FIXED(409, "Who is held out of a campaign is fixed once it is active"),
    BUDGET_EXHAUSTED(409, "The campaign's budget has less left than that"),
    BUDGET_TOO_LARGE(409, "A budget would hold more than one may"),
    COST_CORRECTED(409, "The cost is corrected already"),
    BUDGET_CURRENCY_NOT_INTRODUCED(422, "The budget is in a currency that the community does not have");

    private final int status;
    private final String title;

    CampaignProblem(int status, String title) {
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
