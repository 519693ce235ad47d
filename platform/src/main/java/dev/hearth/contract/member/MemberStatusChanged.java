package dev.hearth.contract.member;

import dev.hearth.contract.Contract;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An operator approved, banned or reinstated a member.
 *
 * @param memberId whose status changed
 * @param from the status before
 * @param to the status now
 * @param reason why, if said
 * @param localDate the community's local day on which it happened; absent in facts told before this was said: then the
 *     UTC day of the event's time
 */
@Contract(type = "dev.hearth.member.status-changed.v1", topic = "hearth.member")
public record MemberStatusChanged(
        String memberId,
        MemberStatus from,
        MemberStatus to,
        @Nullable String reason,
        @Nullable LocalDate localDate) {}
