package dev.hearth.contract.incentive;

import org.jspecify.annotations.Nullable;

/**
 * Why points moved: a rule and the event it answered, or a caller's own key.
 *
 * @param rule the earning rule's id, if a rule moved them
 * @param ruleVersion the version of the rule, if a rule moved them
 * @param sourceEvent id of the engagement event the rule answered, if a rule moved them
 * @param key the caller's idempotency key, if a caller moved them
 */
public record Cause(
        @Nullable String rule,
        @Nullable Integer ruleVersion,
        @Nullable String sourceEvent,
        @Nullable String key) {}
