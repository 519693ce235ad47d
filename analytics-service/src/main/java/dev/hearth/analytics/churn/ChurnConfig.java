package dev.hearth.analytics.churn;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How members' risks are watched. */
@ConfigMapping(prefix = "hearth.churn")
interface ChurnConfig {
    /** How often the risks of all members are looked at: staying away is no event. */
    @WithDefault("60s")
    Duration watchInterval();

    /** Changes of band that are told in one round, at most; what is left waits for the next. */
    @WithDefault("500")
    int maxChanges();
}
