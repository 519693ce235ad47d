package dev.hearth.analytics.health;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How groups are watched. */
@ConfigMapping(prefix = "hearth.health")
interface HealthConfig {
    /** How often all groups are looked at: silence is no event. */
    @WithDefault("10s")
    Duration watchInterval();

    /** Beginnings and ends of spells that are taken down in one round, at most; what is left waits for the next. */
    @WithDefault("500")
    int maxChanges();
}
