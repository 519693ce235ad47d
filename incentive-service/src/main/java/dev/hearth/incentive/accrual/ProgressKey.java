package dev.hearth.incentive.accrual;

/**
 * Whose progress with which rule.
 *
 * @param community the community
 * @param rule the rule's id
 * @param member who acts
 */
public record ProgressKey(String community, String rule, String member) {}
