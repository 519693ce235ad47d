package dev.hearth.analytics.projection;

import java.util.Optional;

/**
 * What a campaign cost, as the kind of a fact about the community itself.
 *
 * @param campaign the campaign
 * @param type {@code LABOUR}, {@code GOODS} or {@code MONEY}
 * @param currency ISO 4217
 */
public record CampaignCost(String campaign, String type, String currency) {
    private static final String KIND = "incentive.campaign-cost:";
    /** Stands for the community where a fact is about none of its members: no member's id is like it. */
    static final String COMMUNITY = "*";

    String kind() {
        return KIND + campaign + "/" + type + "/" + currency;
    }

    /** The cost that is meant by a fact's kind; empty for other kinds. */
    public static Optional<CampaignCost> of(String kind) {
        if (!kind.startsWith(KIND)) {
            return Optional.empty();
        }
        String[] parts = kind.substring(KIND.length()).split("/", 3);
        return Optional.of(new CampaignCost(parts[0], parts[1], parts[2]));
    }
}
