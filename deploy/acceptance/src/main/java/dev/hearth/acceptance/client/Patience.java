package dev.hearth.acceptance.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long, and at what pace, a request is tried again.
 *
 * @param total after this much time since the first try the request fails for good
 * @param firstPause upper bound of the first pause; each further one doubles it
 * @param longestPause no pause is longer, whatever the server asks for
 */
public record Patience(Duration total, Duration firstPause, Duration longestPause) {
    /** Waits out a restart of any part of the suite. */
    public static final Patience USUAL =
            new Patience(Duration.ofMinutes(3), Duration.ofMillis(100), Duration.ofSeconds(5));

    /** Tries once. */
    public static final Patience NONE = new Patience(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /**
     * The pause before the next try: what the server asked for, else a random one below a doubling bound, so that many
     * clients do not come back in step.
     */
    Duration pause(int tries, Optional<Duration> asked) {
        if (asked.isPresent()) {
            return shorter(asked.get(), longestPause);
        }
        long bound = firstPause.toMillis() << Math.min(tries, 10);
        long capped = Math.min(bound, longestPause.toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(capped / 2, capped + 1));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
