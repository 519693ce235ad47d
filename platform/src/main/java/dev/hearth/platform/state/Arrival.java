package dev.hearth.platform.state;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * Waits for what another service made known a moment ago, so that a script need not: it comes by its topic, mostly
 * within milliseconds.
 */
public final class Arrival {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final int LOOKS = 25;

    private Arrival() {}

    /**
     * Looks again and again, for about half a second, never blocking.
     *
     * @param requirement fails while it is not there; its last failure is the answer
     */
    public static Uni<Void> of(Runnable requirement) {
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(LOOK)
                .invoke(requirement)
                .onFailure()
                .retry()
                .atMost(LOOKS);
    }
}
