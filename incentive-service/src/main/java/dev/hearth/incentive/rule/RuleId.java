package dev.hearth.incentive.rule;

/**
 * An earning rule of a community.
 *
 * @param community the community's id
 * @param rule the rule's id, unique in the community
 */
record RuleId(String community, String rule) {}
