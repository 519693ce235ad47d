package dev.hearth.analytics.projection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the projection is kept fresh. */
@ConfigMapping(prefix = "hearth.projection")
public interface ProjectionConfig {
    /** How often the ends of the topic are asked for: how old {@code asOf} is at most. */
    @WithDefault("250ms")
    Duration measureInterval();

    /** How often the partitions of other instances are read from the store. */
    @WithDefault("1s")
    Duration followInterval();
}
