package dev.hearth.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;

/**
 * What operators see of the relay: gauges {@code hearth.outbox.lag.seconds}, {@code hearth.outbox.rows},
 * {@code hearth.outbox.active}, counter {@code hearth.outbox.sent}, and a health check. The check is always up: while
 * Kafka is away requests still commit, so a replica must not be taken out for it; it shows the backlog and the last
 * failure.
 */
public final class RelayMeters implements HealthCheck {
    private final Counter sent;
    private volatile Backlog backlog = Backlog.NONE;
    private volatile boolean active;
    private volatile @Nullable String failure;

    public RelayMeters(MeterRegistry registry) {
        sent = Counter.builder("hearth.outbox.sent")
                .description("events sent to Kafka and deleted from the outbox")
                .register(registry);
        Gauge.builder("hearth.outbox.lag.seconds", this, meters -> meters.backlog.seconds())
                .description("age of the oldest event not yet sent")
                .register(registry);
        Gauge.builder("hearth.outbox.rows", this, meters -> meters.backlog.rows())
                .description("events not yet sent, counted up to 100,000")
                .register(registry);
        Gauge.builder("hearth.outbox.active", this, meters -> meters.active ? 1 : 0)
                .description("1 where this replica's relay is the one that sends")
                .register(registry);
    }

    @Override
    public HealthCheckResponse call() {
        Backlog now = backlog;
        String last = failure;
        return HealthCheckResponse.named("outbox")
                .up()
                .withData("active", active)
                .withData("rows", now.rows())
                .withData("lagSeconds", Math.round(now.seconds()))
                .withData("failure", last == null ? "none" : last)
                .build();
    }

    void sent(int count) {
        sent.increment(count);
    }

    void active(boolean now) {
        active = now;
    }

    void sampled(Backlog now) {
        backlog = now;
    }

    void failed(Throwable cause) {
        failure = cause.getClass().getSimpleName();
    }

    void recovered() {
        failure = null;
    }
}
