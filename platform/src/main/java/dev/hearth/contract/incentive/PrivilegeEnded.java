package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;

/**
 * A privilege of a member ended. The member may have the same one by another grant.
 *
 * @param memberId whose privilege
 * @param privilege the privilege's id
 * @param kind what it let the member do or be
 * @param name the title, the pinned place, what was accessible, or the group's id
 * @param cause how it ended
 * @param source what it had been granted for, e.g. {@code redemption/r-1}
 */
@Contract(type = "dev.hearth.incentive.privilege-ended.v1", topic = "hearth.incentive")
public record PrivilegeEnded(
        String memberId, String privilege, PrivilegeKind kind, String name, PrivilegeEnd cause, String source) {}
