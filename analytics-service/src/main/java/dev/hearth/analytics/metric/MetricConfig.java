package dev.hearth.analytics.metric;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the standard figures are published. */
@ConfigMapping(prefix = "hearth.metrics")
public interface MetricConfig {
    /** How often what has changed is published. */
    @WithDefault("3s")
    Duration interval();

    /** Cells that are computed in one round, about; the rest waits for the next. */
    @WithDefault("5000")
    int cellsARound();

    /** How often every cell is compared with what was published, changed or not. */
    @WithDefault("1h")
    Duration compareEvery();
}
