package dev.hearth.incentive.accrual;

/**
 * What a budget did not pay.
 *
 * @param claim the event and the rule
 * @param member who would have been paid
 * @param cause why
 */
public record Refusal(Claim claim, String member, String cause) {}
