package dev.hearth.contract.member;

import dev.hearth.contract.Contract;
import org.jspecify.annotations.Nullable;

/**
 * An operator approved, banned or reinstated a member.
 *
 * @param memberId whose status changed
 * @param from the status before
 * @param to the status now
 * @param reason why, if said
 */
@Contract(type = "dev.hearth.member.status-changed.v1", topic = "hearth.member")
public record MemberStatusChanged(
        String memberId,
        MemberStatus from,
        MemberStatus to,
        @Nullable String reason) {}
