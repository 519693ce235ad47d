package dev.hearth.analytics.health.pulse;

import java.util.Arrays;

/** The earliest time of each of many hashes: open addressing, 16 bytes a slot. */
final class FirstTimes {
    static final long NEVER = Long.MAX_VALUE;

    private long[] hashes = new long[64];
    private long[] times = new long[64];
    private int size;

    /** @param hash not 0 */
    void put(long hash, long at) {
        int slot = slotOf(hash);
        if (hashes[slot] == hash) {
            times[slot] = Math.min(times[slot], at);
            return;
        }
        hashes[slot] = hash;
        times[slot] = at;
        size++;
        if (size * 2 > hashes.length) {
            grow();
        }
    }

    /** {@link #NEVER} if there is none. */
    long of(long hash) {
        int slot = slotOf(hash);
        return hashes[slot] == hash ? times[slot] : NEVER;
    }

    void clear() {
        Arrays.fill(hashes, 0);
        size = 0;
    }

    private int slotOf(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) (hash ^ (hash >>> 32)) & mask;
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] before = hashes;
        long[] beforeTimes = times;
        hashes = new long[before.length * 2];
        times = new long[before.length * 2];
        for (int i = 0; i < before.length; i++) {
            if (before[i] != 0) {
                int slot = slotOf(before[i]);
                hashes[slot] = before[i];
                times[slot] = beforeTimes[i];
            }
        }
    }
}
