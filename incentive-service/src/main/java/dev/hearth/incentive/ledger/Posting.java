package dev.hearth.incentive.ledger;

/**
 * Moves points from one account to another of the same currency; so whatever is posted sums to zero.
 *
 * @param source loses the amount
 * @param destination gains it
 * @param amount how much
 */
public record Posting(Account source, Account destination, Amount amount) {
    public Posting {
        if (!source.currency().equals(destination.currency())) {
            throw new IllegalArgumentException(
                    "a posting stays in one currency: " + source.currency() + ", " + destination.currency());
        }
        if (source.equals(destination)) {
            throw new IllegalArgumentException("a posting moves between two accounts: " + source);
        }
    }
}
