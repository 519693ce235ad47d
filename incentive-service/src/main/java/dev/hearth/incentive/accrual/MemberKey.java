package dev.hearth.incentive.accrual;

/**
 * A member.
 *
 * @param community the community
 * @param member the member's id, unique in it
 */
public record MemberKey(String community, String member) {}
