package dev.hearth.platform.time;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes UUIDs of version 7 (RFC 9562). Each sorts after all that were made before by the same object, also within one
 * millisecond and where the clock is set back (its section 6.2, method 1: a counter in the twelve bits after the
 * version).
 */
public final class Uuid7 {
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER = (1L << COUNTER_BITS) - 1;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();

    public Uuid7(Clock clock) {
        this.clock = clock;
    }

    public UUID next() {
        long count = last.updateAndGet(before -> Math.max(before + 1, clock.millis() << COUNTER_BITS));
        long high = (count >>> COUNTER_BITS << 16) | 0x7000 | (count & COUNTER);
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
