package dev.hearth.incentive.ledger;

/**
 * What a member has of one currency.
 *
 * @param member the member's id
 * @param currency the currency's id
 * @param points 0 or more
 * @param version how often the wallet changed
 */
public record Balance(String member, String currency, long points, long version) {}
