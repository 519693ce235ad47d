package dev.hearth.platform.time;

import java.time.Duration;

/** Waits between attempts, each twice the one before, up to a longest. Used by one thread at a time. */
public final class Backoff {
    private final Duration first;
    private final Duration longest;
    private Duration next;

    public Backoff(Duration first, Duration longest) {
        this.first = first.compareTo(longest) < 0 ? first : longest;
        this.longest = longest;
        this.next = this.first;
    }

    /** How long to wait now. */
    public Duration next() {
        Duration now = next;
        Duration doubled = now.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return now;
    }

    /** An attempt succeeded: the next wait is the first one again. */
    public void reset() {
        next = first;
    }
}
