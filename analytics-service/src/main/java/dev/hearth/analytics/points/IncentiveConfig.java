package dev.hearth.analytics.points;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where incentive-service is, and how much it may take of this service. */
@ConfigMapping(prefix = "hearth.incentive")
interface IncentiveConfig {
    /** Its base, {@code http} or {@code https}, a path before {@code /communities} included if there is one. */
    @WithDefault("http://localhost:8083")
    URI url();

    /** How long it may take to get a connection, and from then on until the answer is whole. */
    @WithDefault("2500ms")
    Duration patience();

    /** Connections at most. */
    @WithDefault("16")
    int connections();

    /** Questions at most that wait for one of them; more are refused for now. */
    @WithDefault("64")
    int waiting();
}
