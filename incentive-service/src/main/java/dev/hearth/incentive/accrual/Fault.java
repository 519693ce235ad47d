package dev.hearth.incentive.accrual;

/**
 * A rule that an event could not be evaluated for, and so paid nothing.
 *
 * @param occurrence the event
 * @param rule the rule
 * @param cause why
 */
public record Fault(Occurrence occurrence, Rule rule, String cause) {}
