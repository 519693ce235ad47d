package dev.hearth.incentive.campaign.cost;

import dev.hearth.incentive.campaign.budget.CampaignId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a campaign's costs. It never changes.
 *
 * @param id grows with time
 * @param campaign whose cost
 * @param kind what was spent
 * @param group the group it was spent for, if it is one's
 * @param amount minor units, 1 or more; negative for a counter-entry
 * @param currency ISO 4217 code
 * @param note what for, 1 to 500 characters
 * @param corrects the entry that a counter-entry takes back
 * @param recordedAt when
 * @param recordedBy the token's subject
 */
record Cost(
        UUID id,
        CampaignId campaign,
        Kind kind,
        @Nullable String group,
        long amount,
        String currency,
        String note,
        @Nullable UUID corrects,
        Instant recordedAt,
        String recordedBy) {
    /** What is spent. */
    enum Kind {
        /** People's work (人力). */
        LABOUR,
        /** Material (物力). */
        GOODS,
        /** Money (财力). */
        MONEY
    }

    /** The entry that takes this one back. */
    Cost counter(UUID counterId, String why, Instant now, String who) {
        return new Cost(counterId, campaign, kind, group, -amount, currency, why, id, now, who);
    }
}
