package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;

/**
 * Points were put into a campaign's budget. Key: the community.
 *
 * @param campaign the campaign's id
 * @param currency the points' currency
 * @param points how many, 1 or more
 */
@Contract(type = "dev.hearth.incentive.campaign-funded.v1", topic = "hearth.incentive")
public record CampaignFunded(String campaign, String currency, long points) {}
