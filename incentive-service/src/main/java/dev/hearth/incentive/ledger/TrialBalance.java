package dev.hearth.incentive.ledger;

import java.util.List;

/**
 * The sums of one currency's accounts, computed from the postings alone and held against the stored balances.
 *
 * @param currency the currency's id
 * @param sums by kind of account
 * @param differences accounts whose stored balance is not the sum of their postings: at most {@value #MAX_DIFFERENCES}
 *     of them
 */
public record TrialBalance(String currency, List<Sum> sums, List<Difference> differences) {
    /** So many differences are told, no more. */
    public static final int MAX_DIFFERENCES = 20;

    public TrialBalance {
        sums = List.copyOf(sums);
        differences = List.copyOf(differences);
    }

    /** The sum over all accounts: 0 in sound books. */
    public long total() {
        return sums.stream().mapToLong(Sum::points).reduce(0, Math::addExact);
    }

    /** Whether everything sums to zero and every stored balance is the sum of its postings. */
    public boolean isSound() {
        return total() == 0 && differences.isEmpty();
    }

    /**
     * The accounts of one kind.
     *
     * @param kind {@code WALLET}, {@code ISSUER}
     * @param accounts how many
     * @param points what they hold together, by their postings
     */
    public record Sum(String kind, long accounts, long points) {}

    /**
     * An account whose stored balance is not what its postings say.
     *
     * @param kind the account's kind
     * @param owner whose it is
     * @param stored the stored balance
     * @param posted the sum of its postings
     */
    public record Difference(String kind, String owner, long stored, long posted) {}
}
