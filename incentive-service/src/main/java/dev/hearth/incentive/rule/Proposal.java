package dev.hearth.incentive.rule;

import dev.hearth.incentive.definition.DefinitionStatus;

/**
 * A rule as it could be, beside what was in force when it was proposed. Kept as JSON while somebody looks into it.
 *
 * @param rule the rule's id
 * @param revision what else is in force, whatever is changed later
 * @param version the version that it is, or that the terms would be
 * @param status RETIRED proposes to do without the rule
 * @param terms what it says
 */
public record Proposal(String rule, long revision, int version, DefinitionStatus status, RuleTerms terms) {}
