package dev.hearth.contract.member;

import dev.hearth.contract.Contract;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member joined the community, or came back.
 *
 * @param memberId who joined
 * @param status the status it begins with: {@code ACTIVE}, or {@code PENDING} where joining needs approval
 * @param channel where the member came from (渠道), if said
 * @param localDate the community's local day on which it happened; absent in facts told before this was said: then the
 *     UTC day of the event's time
 */
@Contract(type = "dev.hearth.member.joined.v1", topic = "hearth.member")
public record MemberJoined(
        String memberId,
        MemberStatus status,
        @Nullable String channel,
        @Nullable LocalDate localDate) {}
