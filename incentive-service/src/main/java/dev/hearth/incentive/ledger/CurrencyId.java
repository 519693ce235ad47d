package dev.hearth.incentive.ledger;

/**
 * A currency of a community.
 *
 * @param community the community's id
 * @param currency the currency's id, unique in the community
 */
public record CurrencyId(String community, String currency) {}
