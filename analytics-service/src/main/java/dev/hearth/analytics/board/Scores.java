package dev.hearth.analytics.board;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** By member, what its acts add up to and how many of them there are. Open addressing over ordinals, never shrunk. */
final class Scores {
    private static final int FREE = -1;
    private static final int SPREAD = 0x9E3779B9;

    private int[] ordinals = free(16);
    private long[] sums = new long[16];
    private int[] acts = new int[16];
    private int size;

    /** Adds to the member's sum and, 1 or -1, to its number of acts. */
    void add(int ordinal, long amount, int act) {
        int slot = slotOf(ordinal);
        if (ordinals[slot] == FREE) {
            ordinals[slot] = ordinal;
            size++;
        }
        sums[slot] += amount;
        acts[slot] += act;
        if (size * 2 > ordinals.length) {
            grow();
        }
    }

    /** The member's sum, 0 if it has no acts. */
    long sum(int ordinal) {
        return sums[slotOf(ordinal)];
    }

    boolean hasActs(int ordinal) {
        return acts[slotOf(ordinal)] > 0;
    }

    /** How many members it keeps something of. */
    int size() {
        return size;
    }

    void forEach(IntConsumer visitor) {
        for (int ordinal : ordinals) {
            if (ordinal != FREE) {
                visitor.accept(ordinal);
            }
        }
    }

    /** Where the member is, or would be: a free slot has neither sum nor acts. */
    private int slotOf(int ordinal) {
        int mask = ordinals.length - 1;
        int mixed = ordinal * SPREAD;
        int slot = (mixed ^ (mixed >>> 16)) & mask;
        while (ordinals[slot] != FREE && ordinals[slot] != ordinal) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int[] members = ordinals;
        long[] sumsBefore = sums;
        int[] actsBefore = acts;
        ordinals = free(members.length * 2);
        sums = new long[ordinals.length];
        acts = new int[ordinals.length];
        for (int i = 0; i < members.length; i++) {
            if (members[i] != FREE) {
                int slot = slotOf(members[i]);
                ordinals[slot] = members[i];
                sums[slot] = sumsBefore[i];
                acts[slot] = actsBefore[i];
            }
        }
    }

    private static int[] free(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, FREE);
        return slots;
    }
}
