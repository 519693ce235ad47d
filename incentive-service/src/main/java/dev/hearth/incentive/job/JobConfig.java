package dev.hearth.incentive.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the jobs. */
@ConfigMapping(prefix = "hearth.jobs")
public interface JobConfig {
    /** Whether this replica runs jobs. Where none does, nothing expires until one does, then all of it. */
    @WithDefault("true")
    boolean enabled();

    /** How often each job's backlog is counted for the metrics. */
    @WithDefault("15s")
    Duration countEvery();
}
