package dev.hearth.contract.member;

import dev.hearth.contract.Contract;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member left the community.
 *
 * @param memberId who left
 * @param reason why, if said
 * @param localDate the community's local day on which it happened; absent in facts told before this was said: then the
 *     UTC day of the event's time
 */
@Contract(type = "dev.hearth.member.left.v1", topic = "hearth.member")
public record MemberLeft(
        String memberId, @Nullable String reason, @Nullable LocalDate localDate) {}
