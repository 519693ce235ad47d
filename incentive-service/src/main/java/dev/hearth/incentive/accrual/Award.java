package dev.hearth.incentive.accrual;

/**
 * What a claim is paid.
 *
 * @param claim the event and the rule
 * @param points 1 or more, at most the rule's amount
 */
public record Award(Claim claim, long points) {}
