package dev.hearth.analytics.segment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which generation of the read model counts, and who builds the next. Each change makes a new version.
 *
 * @param current the generation that figures are made of, 1 or more
 * @param switchedAt when it began to count; null where it is the first
 * @param next the number that the next one to be built gets; none is ever used twice
 * @param version how often this was changed, 0 where nothing is stored
 * @param lease whose turn it is to build or verify, if anybody does
 * @param verifiedAt when a comparison with the topics ended last; null if none ever did
 */
public record Lineage(
        int current,
        @Nullable Instant switchedAt,
        int next,
        long version,
        @Nullable Lease lease,
        @Nullable Instant verifiedAt) {
    static final Lineage FIRST = new Lineage(1, null, 2, 0, null, null);

    /**
     * The turn of one rebuild.
     *
     * @param rebuild the rebuild's id
     * @param generation the number it builds under
     * @param until when it counts as given up unless it was renewed
     */
    public record Lease(String rebuild, int generation, Instant until) {}

    /** Whose turn it is; fails if it is nobody's. */
    public Lease turn() {
        if (lease == null) {
            throw new IllegalStateException("it is nobody's turn");
        }
        return lease;
    }

    /** Whether a rebuild is under way. */
    public boolean isBusy(Instant now) {
        return lease != null && lease.until().isAfter(now);
    }

    Lineage leased(String rebuild, Instant until) {
        return new Lineage(current, switchedAt, next + 1, version + 1, new Lease(rebuild, next, until), verifiedAt);
    }

    Lineage renewed(Lease held) {
        return new Lineage(current, switchedAt, next, version + 1, held, verifiedAt);
    }

    Lineage switched(int generation, Instant at) {
        return new Lineage(generation, at, next, version + 1, null, at);
    }

    /** Without a switch; {@code verified} is when everything was compared, or null if it was not. */
    Lineage ended(@Nullable Instant verified) {
        return new Lineage(current, switchedAt, next, version + 1, null, verified == null ? verifiedAt : verified);
    }
}
