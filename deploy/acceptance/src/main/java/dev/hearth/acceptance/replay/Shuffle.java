package dev.hearth.acceptance.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Puts rows into a random order, the same for the same seed, in bounded memory.
 *
 * <p>Up to {@code bound} rows are held; a file that fits comes out in a uniformly random order. Of a larger one each
 * further row pushes out a random one that is held, so rows move by about {@code bound} places.
 */
final class Shuffle implements Consumer<Row> {
    private final Random random;
    private final int bound;
    private final Consumer<Row> next;
    private final List<Row> held = new ArrayList<>();

    Shuffle(long seed, int bound, Consumer<Row> next) {
        this.random = new Random(seed);
        this.bound = bound;
        this.next = next;
    }

    @Override
    public void accept(Row row) {
        if (held.size() < bound) {
            held.add(row);
        } else {
            next.accept(held.set(random.nextInt(bound), row));
        }
    }

    /** Hands on what is still held. */
    void finish() {
        Collections.shuffle(held, random);
        held.forEach(next);
        held.clear();
    }
}
