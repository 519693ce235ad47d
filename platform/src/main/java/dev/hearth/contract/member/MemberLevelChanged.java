package dev.hearth.contract.member;

import dev.hearth.contract.Contract;

/**
 * A member's level changed.
 *
 * @param memberId whose level
 * @param from the level before, 0 upwards
 * @param to the level now, 0 upwards
 */
@Contract(type = "dev.hearth.member.level-changed.v1", topic = "hearth.member")
public record MemberLevelChanged(String memberId, int from, int to) {}
