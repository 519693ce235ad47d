package dev.hearth.analytics.activity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The acts of one community in one partition, in the order in which they were first heard of: columns in blocks, grown
 * at the end and never changed. About 30 bytes an act.
 */
public final class Rows {
    /** Stands for an act without a value. */
    public static final long NO_VALUE = Long.MIN_VALUE;
    /** Stands for an act without a target. */
    public static final long NO_TARGET = 0;

    private static final int BITS = 12;
    private static final int BLOCK = 1 << BITS;

    private final List<Block> blocks;
    private int size;

    Rows() {
        this(new ArrayList<>(), 0);
    }

    private Rows(List<Block> blocks, int size) {
        this.blocks = blocks;
        this.size = size;
    }

    /** The first {@code count} of these. Nothing may be added to what is given. */
    Rows first(int count) {
        return new Rows(blocks, count);
    }

    public int size() {
        return size;
    }

    void add(int ordinal, int place, int day, long at, long id, long target, long value) {
        int offset = size & (BLOCK - 1);
        if (offset == 0) {
            blocks.add(new Block());
        }
        blocks.getLast().put(offset, ordinal, place, day, at, id, target, value);
        size++;
    }

    int ordinal(int row) {
        return blocks.get(row >>> BITS).ordinals[row & (BLOCK - 1)];
    }

    long id(int row) {
        return blocks.get(row >>> BITS).ids[row & (BLOCK - 1)];
    }

    /** Shows the rows {@code from} to {@code size - 1} one after another. */
    public void from(int from, Consumer<Row> visitor) {
        Row row = new Row();
        for (int index = from; index < size; index++) {
            row.show(blocks.get(index >>> BITS), index & (BLOCK - 1));
            visitor.accept(row);
        }
    }

    /** Shows the rows whose local day lies in the span, in the order of their arrival. */
    public void within(int firstDay, int lastDay, Consumer<Row> visitor) {
        Row row = new Row();
        for (int block = 0; block < blocks.size(); block++) {
            Block shown = blocks.get(block);
            if (shown.lastDay < firstDay || shown.firstDay > lastDay) {
                continue;
            }
            int end = Math.min(BLOCK, size - (block << BITS));
            for (int offset = 0; offset < end; offset++) {
                if (shown.days[offset] >= firstDay && shown.days[offset] <= lastDay) {
                    row.show(shown, offset);
                    visitor.accept(row);
                }
            }
        }
    }

    /** A row that is shown: valid until the next one is. */
    public static final class Row {
        private Block block = Block.NONE;
        private int offset;

        private Row() {}

        private void show(Block shown, int at) {
            block = shown;
            offset = at;
        }

        /** The member's. */
        public int ordinal() {
            return block.ordinals[offset];
        }

        /** The number of the place. */
        public int place() {
            return block.places[offset];
        }

        /** The local day, as days since 1970-01-01. */
        public int day() {
            return block.days[offset];
        }

        /** Milliseconds since 1970-01-01T00:00:00Z. */
        public long at() {
            return block.times[offset];
        }

        /** The hash of the act's id. */
        public long id() {
            return block.ids[offset];
        }

        /** The hash of the target, or {@link Rows#NO_TARGET}. */
        public long target() {
            return block.targets.length == 0 ? NO_TARGET : block.targets[offset];
        }

        /** The value, or {@link Rows#NO_VALUE}. */
        public long value() {
            return block.values.length == 0 ? NO_VALUE : block.values[offset];
        }

        public boolean hasValue() {
            return value() != NO_VALUE;
        }

        /** The value, 0 if there is none. */
        public long amount() {
            return hasValue() ? value() : 0;
        }
    }

    private static final class Block {
        static final Block NONE = new Block();
        private static final long[] NOTHING = new long[0];

        private final int[] ordinals = new int[BLOCK];
        private final int[] places = new int[BLOCK];
        private final int[] days = new int[BLOCK];
        private final long[] times = new long[BLOCK];
        private final long[] ids = new long[BLOCK];
        /** Empty until an act of the block has one, which most have not. */
        private long[] targets = NOTHING;

        private long[] values = NOTHING;
        private int firstDay = Integer.MAX_VALUE;
        private int lastDay = Integer.MIN_VALUE;

        void put(int offset, int ordinal, int place, int day, long at, long id, long target, long value) {
            ordinals[offset] = ordinal;
            places[offset] = place;
            days[offset] = day;
            times[offset] = at;
            ids[offset] = id;
            firstDay = Math.min(firstDay, day);
            lastDay = Math.max(lastDay, day);
            putTarget(offset, target);
            putValue(offset, value);
        }

        private void putTarget(int offset, long target) {
            if (target != NO_TARGET && targets.length == 0) {
                targets = new long[BLOCK];
            }
            if (targets.length > 0) {
                targets[offset] = target;
            }
        }

        private void putValue(int offset, long value) {
            if (value != NO_VALUE && values.length == 0) {
                values = new long[BLOCK];
                Arrays.fill(values, NO_VALUE);
            }
            if (values.length > 0) {
                values[offset] = value;
            }
        }
    }
}
