package dev.hearth.incentive.campaign.budget;

import java.util.Comparator;

/**
 * A campaign of a community.
 *
 * @param community the community's id
 * @param campaign the campaign's id, unique in the community
 */
public record CampaignId(String community, String campaign) implements Comparable<CampaignId> {
    private static final Comparator<CampaignId> ORDER =
            Comparator.comparing(CampaignId::community).thenComparing(CampaignId::campaign);

    @Override
    public int compareTo(CampaignId other) {
        return ORDER.compare(this, other);
    }
}
