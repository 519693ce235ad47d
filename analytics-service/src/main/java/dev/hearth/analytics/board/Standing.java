package dev.hearth.analytics.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * Members in the order of a board: the highest score first, in a tie the shorter id, then the one that comes first by
 * code points (so that numbers stand as numbers do). Sorted blocks in a row: a change moves a part of one block, a rank
 * adds up the sizes of the blocks before it.
 */
final class Standing {
    private static final int FULL = 512;

    private final List<Block> blocks = new ArrayList<>();
    private int size;

    int size() {
        return size;
    }

    /** Only these members, in any order. */
    void reset(IntStream ordinals, IntToLongFunction score, IntFunction<String> names) {
        blocks.clear();
        size = 0;
        Comparator<Integer> order =
                (one, other) -> compare(score.applyAsLong(one), one, score.applyAsLong(other), other, names);
        ordinals.boxed().sorted(order).forEach(ordinal -> append(score.applyAsLong(ordinal), ordinal));
    }

    void add(long score, int ordinal, IntFunction<String> names) {
        if (blocks.isEmpty()) {
            blocks.add(new Block());
        }
        int index = Math.min(blockOf(score, ordinal, names), blocks.size() - 1);
        Block block = blocks.get(index);
        block.insert(block.find(score, ordinal, names), score, ordinal);
        size++;
        if (block.size == FULL) {
            blocks.add(index + 1, block.split());
        }
    }

    /** Takes out a member that stands there with this score. */
    void remove(long score, int ordinal, IntFunction<String> names) {
        int index = blockOf(score, ordinal, names);
        Block block = index < blocks.size() ? blocks.get(index) : new Block();
        int at = block.find(score, ordinal, names);
        if (at == block.size || block.ordinals[at] != ordinal) {
            throw new IllegalStateException("the member does not stand where it should");
        }
        block.remove(at);
        size--;
        if (block.size == 0) {
            blocks.remove(index);
        }
    }

    /** How many have more. */
    int above(long score) {
        return leading(each -> each > score);
    }

    /** How many have exactly this. */
    int with(long score) {
        return leading(each -> each >= score) - above(score);
    }

    /** Shows the first {@code count}, in order. */
    void first(int count, Visitor visitor) {
        int left = count;
        for (Block block : blocks) {
            for (int i = 0; i < block.size && left > 0; i++) {
                visitor.accept(block.scores[i], block.ordinals[i]);
                left--;
            }
            if (left == 0) {
                return;
            }
        }
    }

    /** All scores, the highest first. */
    long[] scores() {
        long[] all = new long[size];
        int at = 0;
        for (Block block : blocks) {
            System.arraycopy(block.scores, 0, all, at, block.size);
            at += block.size;
        }
        return all;
    }

    /** Of how many the score is such, if these are the first ones. */
    private int leading(LongPredicate such) {
        int count = 0;
        for (Block block : blocks) {
            if (!such.test(block.scores[block.size - 1])) {
                return count + block.leading(such);
            }
            count += block.size;
        }
        return count;
    }

    /** The first block that ends at or after this entry; as many as there are if none does. */
    private int blockOf(long score, int ordinal, IntFunction<String> names) {
        int low = 0;
        int high = blocks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            Block block = blocks.get(middle);
            int last = block.size - 1;
            if (compare(block.scores[last], block.ordinals[last], score, ordinal, names) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void append(long score, int ordinal) {
        if (blocks.isEmpty() || blocks.getLast().size == FULL / 2) {
            blocks.add(new Block());
        }
        Block last = blocks.getLast();
        last.insert(last.size, score, ordinal);
        size++;
    }

    private static int compare(long score, int ordinal, long other, int otherOrdinal, IntFunction<String> names) {
        if (score != other) {
            return score > other ? -1 : 1;
        }
        return ordinal == otherOrdinal ? 0 : compareIds(names.apply(ordinal), names.apply(otherOrdinal));
    }

    /** Ids are ASCII, where the order of chars is that of code points. */
    static int compareIds(String one, String other) {
        int byLength = Integer.compare(one.length(), other.length());
        return byLength != 0 ? byLength : one.compareTo(other);
    }

    /** Takes one place after another. */
    @FunctionalInterface
    interface Visitor {
        void accept(long score, int ordinal);
    }

    private static final class Block {
        private final long[] scores = new long[FULL];
        private final int[] ordinals = new int[FULL];
        private int size;

        /** Where the entry is or belongs. */
        int find(long score, int ordinal, IntFunction<String> names) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (compare(scores[middle], ordinals[middle], score, ordinal, names) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        int leading(LongPredicate such) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (such.test(scores[middle])) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        void insert(int at, long score, int ordinal) {
            System.arraycopy(scores, at, scores, at + 1, size - at);
            System.arraycopy(ordinals, at, ordinals, at + 1, size - at);
            scores[at] = score;
            ordinals[at] = ordinal;
            size++;
        }

        void remove(int at) {
            System.arraycopy(scores, at + 1, scores, at, size - at - 1);
            System.arraycopy(ordinals, at + 1, ordinals, at, size - at - 1);
            size--;
        }

        /** Gives the second half away. */
        Block split() {
            Block second = new Block();
            second.size = size / 2;
            size -= second.size;
            System.arraycopy(scores, size, second.scores, 0, second.size);
            System.arraycopy(ordinals, size, second.ordinals, 0, second.size);
            return second;
        }
    }
}
