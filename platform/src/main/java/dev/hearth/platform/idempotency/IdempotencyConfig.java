package dev.hearth.platform.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of stored answers. */
@ConfigMapping(prefix = "hearth.idempotency")
public interface IdempotencyConfig {
    /** How long an answer is kept and a repeat recognised. */
    @WithDefault("7D")
    Duration keep();

    /** How often answers past their time are removed. */
    @WithDefault("1m")
    Duration sweepEvery();

    /** Answers removed in one statement, so that a sweep never holds the table for long. */
    @WithDefault("5000")
    int sweepBatch();
}
