package dev.hearth.platform.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What operators see of a consumer, each with the tag {@code consumer}: gauge {@code hearth.inbox.lag} (records of this
 * replica's partitions not yet applied), counters {@code hearth.inbox.applied}, {@code hearth.inbox.dead.lettered} and
 * {@code hearth.inbox.retried}.
 */
final class InboxMeters {
    private final Counter applied;
    private final Counter deadLettered;
    private final Counter retried;
    private volatile long lag;

    InboxMeters(MeterRegistry registry, String consumer) {
        applied = counter(registry, consumer, "hearth.inbox.applied", "records applied");
        deadLettered = counter(registry, consumer, "hearth.inbox.dead.lettered", "records that could never be applied");
        retried = counter(registry, consumer, "hearth.inbox.retried", "attempts repeated because a part was away");
        Gauge.builder("hearth.inbox.lag", this, meters -> meters.lag)
                .description("records not yet applied")
                .tag("consumer", consumer)
                .register(registry);
    }

    void applied(int count) {
        applied.increment(count);
    }

    void deadLettered() {
        deadLettered.increment();
    }

    void retried() {
        retried.increment();
    }

    void lag(long now) {
        lag = now;
    }

    private static Counter counter(MeterRegistry registry, String consumer, String name, String description) {
        return Counter.builder(name)
                .description(description)
                .tag("consumer", consumer)
                .register(registry);
    }
}
