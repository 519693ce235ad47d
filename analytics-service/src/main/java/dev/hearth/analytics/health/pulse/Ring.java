package dev.hearth.analytics.health.pulse;

/** Counts by slot of time (a minute, an hour or a day since 1970), of the newest slots only. */
final class Ring {
    private final int[] counts;
    private long newest = Long.MIN_VALUE;

    /** @param slots how many slots up to the newest are kept */
    Ring(int slots) {
        this.counts = new int[slots];
    }

    void add(long slot) {
        if (slot > newest) {
            advance(slot);
        }
        if (slot > newest - counts.length) {
            counts[index(slot)]++;
        }
    }

    /** The count of a slot: 0 for one that is too old to be kept or did not come yet. */
    int at(long slot) {
        return slot > newest || slot <= newest - counts.length ? 0 : counts[index(slot)];
    }

    /** The counts of the slots {@code first} to {@code last}, both included. */
    long sum(long first, long last) {
        long sum = 0;
        for (long slot = Math.max(first, newest - counts.length + 1); slot <= Math.min(last, newest); slot++) {
            sum += counts[index(slot)];
        }
        return sum;
    }

    /** How many of the slots {@code first} to {@code last} count anything. */
    int filled(long first, long last) {
        int filled = 0;
        for (long slot = first; slot <= last; slot++) {
            filled += at(slot) > 0 ? 1 : 0;
        }
        return filled;
    }

    private void advance(long slot) {
        if (newest == Long.MIN_VALUE) {
            newest = slot;
            return;
        }
        for (long passed = Math.max(newest + 1, slot - counts.length + 1); passed <= slot; passed++) {
            counts[index(passed)] = 0;
        }
        newest = slot;
    }

    private int index(long slot) {
        return (int) Math.floorMod(slot, (long) counts.length);
    }
}
