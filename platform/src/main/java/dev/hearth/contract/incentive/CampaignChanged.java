package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A campaign was made, changed or closed. Key: the community.
 *
 * @param campaign the campaign's id
 * @param version the version of its terms, 1 or more
 * @param status {@code DRAFT}, {@code ACTIVE} or, for good, {@code CLOSED}
 * @param name for people
 * @param opensAt the first instant whose deeds it pays
 * @param endsAt the first instant whose deeds it pays no more, if it has an end
 */
@Contract(type = "dev.hearth.incentive.campaign-changed.v1", topic = "hearth.incentive")
public record CampaignChanged(
        String campaign,
        long version,
        String status,
        String name,
        Instant opensAt,
        @Nullable Instant endsAt) {}
