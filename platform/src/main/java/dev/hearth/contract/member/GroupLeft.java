package dev.hearth.contract.member;

import dev.hearth.contract.Contract;

/**
 * A member left a group (退群).
 *
 * @param memberId who left
 * @param groupId which group
 */
@Contract(type = "dev.hearth.member.group-left.v1", topic = "hearth.member")
public record GroupLeft(String memberId, String groupId) {}
