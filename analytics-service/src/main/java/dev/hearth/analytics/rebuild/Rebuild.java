package dev.hearth.analytics.rebuild;

import dev.hearth.analytics.activity.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild as it was told last.
 *
 * @param id its id, which sorts by the time it began
 * @param update how often it was told
 * @param state how far it is
 * @param switching whether what is rebuilt shall be served
 * @param startedAt when it began
 * @param updatedAt when this was told
 * @param noted how many records there are to be read, as far as is known
 * @param read how many were read
 * @param partitions how many partitions there are
 * @param compared how many of them are read and compared
 * @param served the fingerprint of what was served, of the partitions compared
 * @param rebuilt the fingerprint of what was rebuilt, at the same positions
 * @param drifts how many communities differ, counted for each partition
 * @param drifted some of these: {@code community/partition}
 * @param reason why it failed; null if it did not
 */
record Rebuild(
        UUID id,
        long update,
        RebuildState state,
        boolean switching,
        Instant startedAt,
        Instant updatedAt,
        long noted,
        long read,
        int partitions,
        int compared,
        Fingerprint served,
        Fingerprint rebuilt,
        int drifts,
        List<String> drifted,
        @Nullable String reason) {
    Rebuild {
        drifted = List.copyOf(drifted);
    }

    /** Whoever ran it has gone: it gave no sign of life for so long. */
    Rebuild orGivenUp(Instant now, Duration silence) {
        return state.hasEnded() || updatedAt.plus(silence).isAfter(now)
                ? this
                : new Rebuild(
                        id,
                        update,
                        RebuildState.FAILED,
                        switching,
                        startedAt,
                        updatedAt,
                        noted,
                        read,
                        partitions,
                        compared,
                        served,
                        rebuilt,
                        drifts,
                        drifted,
                        "the replica that ran it has gone");
    }

    /** Mean rate of reading so far, in records a second. */
    long rate() {
        long millis = Math.max(1, Duration.between(startedAt, updatedAt).toMillis());
        return read * 1000 / millis;
    }
}
