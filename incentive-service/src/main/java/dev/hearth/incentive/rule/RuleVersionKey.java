package dev.hearth.incentive.rule;

import jakarta.persistence.Embeddable;

/** Primary key of one version of an earning rule. */
@Embeddable
record RuleVersionKey(String community, String rule, int version) {}
