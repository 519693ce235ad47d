package dev.hearth.incentive.job;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** What operators see of one job: {@code hearth.job.*}, by the tag {@code job}. */
final class JobMeters {
    private final Counter processed;
    private final Counter failures;
    private final AtomicLong lastSuccess = new AtomicLong();
    private final AtomicLong backlog = new AtomicLong();
    private final Clock clock;

    JobMeters(MeterRegistry registry, String job, Clock clock) {
        this.clock = clock;
        processed = Counter.builder("hearth.job.processed")
                .description("pieces of work done")
                .tag("job", job)
                .register(registry);
        failures = Counter.builder("hearth.job.failures")
                .description("batches that failed and are tried again")
                .tag("job", job)
                .register(registry);
        Gauge.builder("hearth.job.last.success", lastSuccess, AtomicLong::doubleValue)
                .description("when nothing due was left the last time, seconds since 1970; 0: not since the start")
                .tag("job", job)
                .register(registry);
        Gauge.builder("hearth.job.backlog", backlog, AtomicLong::doubleValue)
                .description("pieces of work that are due")
                .tag("job", job)
                .register(registry);
    }

    void processed(int pieces) {
        processed.increment(pieces);
    }

    void failed() {
        failures.increment();
    }

    void caughtUp() {
        lastSuccess.set(clock.instant().getEpochSecond());
    }

    void backlog(long due) {
        backlog.set(due);
    }
}
