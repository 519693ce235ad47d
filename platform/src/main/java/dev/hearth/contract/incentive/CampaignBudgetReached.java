package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;

/**
 * So much of a campaign's budget was drawn as its alerts name; told once for each share. Key: the community.
 *
 * @param campaign the campaign's id
 * @param currency the budget's currency
 * @param percent the share that was reached, 1 to 100
 * @param funded all that was put into the budget
 * @param drawn what was paid out of it
 */
@Contract(type = "dev.hearth.incentive.campaign-budget-reached.v1", topic = "hearth.incentive")
public record CampaignBudgetReached(String campaign, String currency, int percent, long funded, long drawn) {}
