package dev.hearth.incentive.campaign.budget;

/**
 * What a campaign paid a member, or would have paid one who is held out.
 *
 * @param budget which budget it is drawn from
 * @param member who got it
 * @param points how many: 1 or more, or 0 for a member who is held out
 */
public record CampaignAward(BudgetId budget, String member, long points) {
    public CampaignAward {
        if (points < 0) {
            throw new IllegalArgumentException("an award has " + points + " points, must have 0 or more");
        }
    }

    /** Somebody would have been paid but is held out. */
    public static CampaignAward withheld(BudgetId budget, String member) {
        return new CampaignAward(budget, member, 0);
    }
}
