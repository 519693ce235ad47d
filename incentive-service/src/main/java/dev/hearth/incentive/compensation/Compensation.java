package dev.hearth.incentive.compensation;

import dev.hearth.incentive.campaign.budget.BudgetId;
import dev.hearth.incentive.campaign.budget.CampaignId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What members get for an incident, from where, and what is expected in return. It never changes: otherwise the treated
 * and the held out could not be compared.
 *
 * @param terms what was asked for
 * @param madeAt when
 * @param madeBy the token's subject
 */
record Compensation(Terms terms, Instant madeAt, String madeBy) {
    /**
     * What is chosen.
     *
     * @param community the community's id
     * @param id unique in the community
     * @param incident the incident's reference: one compensation per member and incident
     * @param campaign whose budget pays
     * @param currency the points' currency
     * @param points what each member gets, 1 or more
     * @param holdOutPermille the share of members, in thousandths, who get nothing
     * @param metric what is expected to grow
     * @param kind the kind of event whose value counts; null for all
     * @param expected by how much a treated member's figure exceeds that of one held out, on average
     * @param horizonDays over how many days after the grant, 1 to 90
     */
    record Terms(
            String community,
            String id,
            String incident,
            String campaign,
            String currency,
            long points,
            int holdOutPermille,
            Metric metric,
            @Nullable String kind,
            double expected,
            int horizonDays) {
        BudgetId budget() {
            return new BudgetId(new CampaignId(community, campaign), currency);
        }
    }

    /** What may be expected. */
    enum Metric {
        /** Local days with any event. */
        ACTIVE_DAYS,
        /** The sum of events' values, such as purchases in minor units. */
        VALUE
    }
}
