package dev.hearth.contract.engagement;

import dev.hearth.contract.Contract;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a member did. The CloudEvents {@code id} is the client's own and the deduplication key for ever, unique in
 * the community; any repeat has the same member and the same {@code occurredAt}.
 *
 * @param kind what was done: a standard kind or one the community declared, e.g. {@code message.posted}
 * @param memberId who did it
 * @param groupId the group it was done in, if any
 * @param target whom or what it was done to, if any: a member, a message, a product
 * @param value an amount that belongs to the event, e.g. the price of a purchase in minor units
 * @param occurredAt when it was done
 * @param zone IANA time zone of the day it counts for: the group's, else the community's, as known when the event
 *     arrived
 * @param localDate the day it counts for: the date of {@code occurredAt} in {@code zone}
 * @param known whether the member was known when the event arrived
 * @param properties further properties, as the kind's schema allows
 */
@Contract(type = "dev.hearth.engagement.recorded.v1", topic = "hearth.engagement")
public record EngagementRecorded(
        String kind,
        String memberId,
        @Nullable String groupId,
        @Nullable String target,
        @Nullable Long value,
        Instant occurredAt,
        String zone,
        LocalDate localDate,
        boolean known,
        @Nullable Map<String, Object> properties) {}
