package dev.hearth.analytics.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which transactions did not count, and what was taken back of which: the one may be heard of before the other.
 * Transactions are known by their hashes.
 */
final class Reversals {
    private final Set<Long> unearned = new HashSet<>();
    private final Map<Long, List<Reversal>> reversals = new HashMap<>();

    /**
     * What was taken back.
     *
     * @param ordinal of the member
     * @param amount what the member gained by it, mostly below 0
     */
    record Reversal(int ordinal, long amount) {}

    /** Tells whether it counts, as far as is known. */
    boolean add(long transaction, Reversal reversal) {
        reversals.computeIfAbsent(transaction, first -> new ArrayList<>()).add(reversal);
        return !unearned.contains(transaction);
    }

    /** A transaction that does not count; gives back what counted of its reversals until now. */
    List<Reversal> unearned(long transaction) {
        return unearned.add(transaction) ? reversals.getOrDefault(transaction, List.of()) : List.of();
    }
}
