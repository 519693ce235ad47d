package dev.hearth.analytics.rebuild;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How figures are rebuilt and verified. */
@ConfigMapping(prefix = "hearth.rebuilds")
public interface RebuildConfig {
    /** Partitions that are built side by side; each is in memory a second time until it has been compared. */
    @WithDefault("4")
    int parallelism();

    /** How often what is served is compared with the topics by itself; 0 for never. */
    @WithDefault("24h")
    Duration verifyEvery();

    /** Records a second that such a comparison reads at most, so that it is in nobody's way. */
    @WithDefault("50000")
    int verifyRate();

    /** A rebuild that finds nothing to read for so long has failed. */
    @WithDefault("60s")
    Duration patience();
}
