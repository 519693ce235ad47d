package dev.hearth.analytics.rebuild;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far a rebuild is, as the threads that do it tell. */
final class Progress {
    private static final int SHOWN = 100;

    private final UUID id;
    private final boolean switching;
    private final Instant startedAt;
    private final Map<Integer, Long> noted = new HashMap<>();
    private RebuildState state = RebuildState.RUNNING;
    private @Nullable String reason;
    private Comparison compared = Comparison.NOTHING;
    private int partitionsCompared;
    private long read;
    private long updates;

    Progress(UUID id, boolean switching, Instant startedAt) {
        this.id = id;
        this.switching = switching;
        this.startedAt = startedAt;
    }

    UUID id() {
        return id;
    }

    boolean isSwitching() {
        return switching;
    }

    synchronized void noted(int partition, long records) {
        noted.put(partition, records);
    }

    synchronized void read(int records) {
        read += records;
    }

    synchronized void compared(Comparison partition) {
        compared = compared.plus(partition);
        partitionsCompared++;
    }

    synchronized int drifts() {
        return compared.drifts().size();
    }

    synchronized void became(RebuildState now) {
        state = now;
    }

    synchronized void failed(RebuildState end, String why) {
        state = end;
        reason = why;
    }

    /** As it is now, told once more. */
    synchronized Rebuild told(Instant now) {
        updates++;
        return new Rebuild(
                id,
                updates,
                state,
                switching,
                startedAt,
                now,
                noted.values().stream().mapToLong(Long::longValue).sum(),
                read,
                noted.size(),
                partitionsCompared,
                compared.served(),
                compared.rebuilt(),
                compared.drifts().size(),
                compared.drifts().stream()
                        .limit(SHOWN)
                        .map(drift -> drift.community() + "/" + drift.partition())
                        .toList(),
                state == RebuildState.FAILED ? reason : null);
    }
}
