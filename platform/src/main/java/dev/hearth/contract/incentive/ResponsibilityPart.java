package dev.hearth.contract.incentive;

/**
 * What one of several answers for.
 *
 * @param role {@code MANAGER}, {@code LEAD} or {@code PERSON}
 * @param member the member's id
 * @param share of the penalty
 * @param charged what of the share is charged; 0 where it is waived
 */
public record ResponsibilityPart(String role, String member, long share, long charged) {}
