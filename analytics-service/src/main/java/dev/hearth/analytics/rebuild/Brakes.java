package dev.hearth.analytics.rebuild;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Stops what is under way at its next step, and holds it back to a rate. */
final class Brakes {
    private final int rate;
    private final AtomicReference<@Nullable Stop> stopped = new AtomicReference<>();

    /** @param rate records a second, 0 for as many as there are */
    Brakes(int rate) {
        this.rate = rate;
    }

    /** The first reason stays. */
    void stop(RebuildState end, String reason) {
        var _ = stopped.compareAndSet(null, new Stop(end, reason));
    }

    @Nullable
    Stop stopped() {
        return stopped.get();
    }

    void check() {
        Stop stop = stopped.get();
        if (stop != null) {
            throw new RebuildStoppedException(stop.reason());
        }
    }

    /** After so many records. */
    Uni<Void> slowDown(int records) {
        return rate == 0 || records == 0
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofNanos(records * 1_000_000_000L / rate));
    }

    /**
     * Why it stops.
     *
     * @param end what it has become
     * @param reason for people
     */
    record Stop(RebuildState end, String reason) {}
}
