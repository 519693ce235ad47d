package dev.hearth.acceptance.replay;

import java.util.Random;
import java.util.function.Consumer;

/** Hands every row on, and a share of them once more some time later, as a client that lost an answer would. */
final class Repeats implements Consumer<Row> {
    /** How many rows wait for their second turn; the wait is random, and about this many repeats long. */
    private static final int WAITING = 50;

    private final double share;
    private final Random random;
    private final Consumer<Row> next;
    private final Shuffle later;
    private long repeated;

    Repeats(double share, long seed, Consumer<Row> next) {
        this.share = share;
        this.random = new Random(seed);
        this.next = next;
        this.later = new Shuffle(seed, WAITING, next);
    }

    @Override
    public void accept(Row row) {
        next.accept(row);
        if (random.nextDouble() < share) {
            repeated++;
            later.accept(row);
        }
    }

    /** Hands on the repeats that still wait. */
    void finish() {
        later.finish();
    }

    long repeated() {
        return repeated;
    }
}
