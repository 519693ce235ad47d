package dev.hearth.incentive.rule;

import jakarta.persistence.Embeddable;

/** Primary key of one version of a cap. */
@Embeddable
record CapVersionKey(String community, String cap, int version) {}
