package dev.hearth.incentive.accrual;

/**
 * What is paid at most once.
 *
 * @param community the community
 * @param event the event's id
 * @param rule the rule's id
 */
public record ClaimKey(String community, String event, String rule) {}
