package dev.hearth.acceptance.replay;

import java.time.Instant;

/**
 * Which events of the file are replayed.
 *
 * @param from events at or after this time
 * @param to events before this time
 */
public record Selection(Instant from, Instant to) {
    /** The whole file. */
    public static final Selection ALL = new Selection(Instant.MIN, Instant.MAX);

    public Selection {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("--from must be before --to");
        }
    }

    boolean has(Row row) {
        return !row.at().isBefore(from) && row.at().isBefore(to);
    }
}
