package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A cost of a campaign was recorded, or taken back by a counter-entry. Key: the community.
 *
 * @param campaign the campaign's id
 * @param cost the entry's id
 * @param kind {@code LABOUR}, {@code GOODS} or {@code MONEY}
 * @param group the group it was spent for, if it is one's
 * @param amount minor units of the currency; negative for a counter-entry
 * @param currency ISO 4217 code
 * @param corrects the entry that a counter-entry takes back
 * @param localDate the local day on which it was recorded, the group's if it is one's, else the community's; absent in
 *     facts told before this was said: then the UTC day of the event's time
 */
@Contract(type = "dev.hearth.incentive.campaign-cost-recorded.v1", topic = "hearth.incentive")
public record CampaignCostRecorded(
        String campaign,
        String cost,
        String kind,
        @Nullable String group,
        long amount,
        String currency,
        @Nullable String corrects,
        @Nullable LocalDate localDate) {}
