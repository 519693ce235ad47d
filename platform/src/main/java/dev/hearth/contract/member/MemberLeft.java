package dev.hearth.contract.member;

import dev.hearth.contract.Contract;
import org.jspecify.annotations.Nullable;

/**
 * A member left the community.
 *
 * @param memberId who left
 * @param reason why, if said
 */
@Contract(type = "dev.hearth.member.left.v1", topic = "hearth.member")
public record MemberLeft(String memberId, @Nullable String reason) {}
