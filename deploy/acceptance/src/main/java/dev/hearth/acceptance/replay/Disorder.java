package dev.hearth.acceptance.replay;

import java.util.OptionalLong;

/**
 * How the replay differs from the file.
 *
 * @param shuffle seed of the random order; none keeps the file's order
 * @param repeat share of the events that is sent a second time later, 0 to 1
 */
public record Disorder(OptionalLong shuffle, double repeat) {
    /** The file as it is. */
    public static final Disorder NONE = new Disorder(OptionalLong.empty(), 0);

    public Disorder {
        if (!(repeat >= 0 && repeat <= 1)) {
            throw new IllegalArgumentException("--repeat must be between 0% and 100%");
        }
    }

    /** Random order with the given share of repeats. */
    public static Disorder shuffled(long seed, double repeat) {
        return new Disorder(OptionalLong.of(seed), repeat);
    }
}
