package dev.hearth.incentive.campaign.budget;

import dev.hearth.incentive.ledger.CurrencyId;
import java.util.Comparator;

/**
 * What a campaign may spend of one currency.
 *
 * @param campaign whose budget
 * @param currency the currency's id in the campaign's community
 */
public record BudgetId(CampaignId campaign, String currency) implements Comparable<BudgetId> {
    private static final Comparator<BudgetId> ORDER =
            Comparator.comparing(BudgetId::campaign).thenComparing(BudgetId::currency);

    public CurrencyId currencyId() {
        return new CurrencyId(campaign.community(), currency);
    }

    @Override
    public int compareTo(BudgetId other) {
        return ORDER.compare(this, other);
    }
}
