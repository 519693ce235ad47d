package dev.hearth.incentive.accrual;

/**
 * A member's tier, as far as rules look at it.
 *
 * @param tier its id
 * @param permille what it multiplies by where a rule leaves that to the tier, in thousandths
 */
public record Rank(String tier, int permille) {}
