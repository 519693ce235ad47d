package dev.hearth.contract.member;

import dev.hearth.contract.Contract;

/**
 * A member joined a group (入群).
 *
 * @param memberId who joined
 * @param groupId which group
 */
@Contract(type = "dev.hearth.member.group-joined.v1", topic = "hearth.member")
public record GroupJoined(String memberId, String groupId) {}
