package dev.hearth.analytics.activity;

import java.util.Arrays;

/**
 * Which rows of one UTC day there are, found by member and id: so a repeat is seen however late it comes. Open
 * addressing over row numbers; the keys stay in the rows.
 */
final class KnownIds {
    private static final int FREE = -1;

    private final Rows rows;
    private int[] slots = free(16);
    private int size;

    KnownIds(Rows rows) {
        this.rows = rows;
    }

    boolean contains(int ordinal, long id) {
        return slots[slotOf(ordinal, id)] != FREE;
    }

    /** Makes known the row that is there, already, under this ordinal and id: to grow is to look at the rows. */
    void add(int row, int ordinal, long id) {
        slots[slotOf(ordinal, id)] = row;
        size++;
        if (size * 2 > slots.length) {
            grow();
        }
    }

    /** Where it is, or would be. */
    private int slotOf(int ordinal, long id) {
        int mask = slots.length - 1;
        int slot = (int) Hashes.mix(id + ordinal) & mask;
        while (slots[slot] != FREE && !(rows.id(slots[slot]) == id && rows.ordinal(slots[slot]) == ordinal)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int[] before = slots;
        slots = free(before.length * 2);
        for (int row : before) {
            if (row != FREE) {
                slots[slotOf(rows.ordinal(row), rows.id(row))] = row;
            }
        }
    }

    private static int[] free(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, FREE);
        return slots;
    }
}
