package dev.hearth.incentive.task;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of tasks. */
@ConfigMapping(prefix = "hearth.tasks")
public interface TaskConfig {
    /** Tasks that this replica works on at once; 0: none. */
    @WithDefault("2")
    int parallel();

    /** How often a replica without work looks for some. */
    @WithDefault("500ms")
    Duration poll();

    /** After which time without a finished step another replica takes a task over. */
    @WithDefault("60s")
    Duration lease();

    /** Tasks of a community that are not ended, at most. */
    @WithDefault("20")
    int unfinished();

    /** How long an ended task is kept. */
    @WithDefault("30D")
    Duration keep();
}
