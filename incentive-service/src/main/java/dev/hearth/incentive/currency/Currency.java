package dev.hearth.incentive.currency;

import java.time.Instant;

/**
 * A currency of a community. Its version grows by one with every change.
 *
 * @param community the community's id
 * @param id unique in the community
 * @param name for people, 1 to 100 characters
 * @param terms what may be done with it
 * @param version 1 or more
 * @param changedAt when it changed last
 * @param changedBy who changed it: the token's subject
 */
record Currency(
        String community,
        String id,
        String name,
        CurrencyTerms terms,
        int version,
        Instant changedAt,
        String changedBy) {
    /** Characters of a name, at most. */
    static final int MAX_NAME = 100;

    boolean isSame(Currency other) {
        return name.equals(other.name) && terms.equals(other.terms);
    }

    /** What {@code wanted} makes of this one. */
    Currency changedTo(Currency wanted) {
        return new Currency(community, id, wanted.name, wanted.terms, version + 1, wanted.changedAt, wanted.changedBy);
    }
}
