package dev.hearth.incentive.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the stock of one reward is divided, so that many who redeem it at once do not wait for one row. Pure.
 *
 * @param remaining of each slot, 0 or more
 */
record Slots(List<Long> remaining) {
    /** How many slots a reward's stock has; the database holds the same. */
    static final int COUNT = 16;

    Slots {
        remaining = List.copyOf(remaining);
    }

    long total() {
        return remaining.stream().mapToLong(Long::longValue).sum();
    }

    /**
     * By how much each slot changes so that the stock changes by {@code quantity} and is divided evenly, the first
     * slots taking what does not divide; empty if there is not so much to take.
     */
    Optional<List<Long>> changes(long quantity) {
        long after = total() + quantity;
        if (after < 0) {
            return Optional.empty();
        }
        long share = after / remaining.size();
        long rest = after % remaining.size();
        List<Long> changes = new ArrayList<>(remaining.size());
        for (int slot = 0; slot < remaining.size(); slot++) {
            changes.add(share + (slot < rest ? 1 : 0) - remaining.get(slot));
        }
        return Optional.of(changes);
    }
}
