package dev.hearth.incentive.ledger;

/**
 * A member as the owner of wallets.
 *
 * @param community the community's id
 * @param member the member's id, unique in the community
 */
public record Holder(String community, String member) {}
