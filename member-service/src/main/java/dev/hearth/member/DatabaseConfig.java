package dev.hearth.member;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of waiting for the database. */
@ConfigMapping(prefix = "hearth.database")
interface DatabaseConfig {
    /**
     * How long a request waits for a connection, while all are in use or none can be had, before it is answered 503.
     */
    @WithDefault("2s")
    Duration acquireTimeout();

    /** How long the server may take to accept a connection. */
    @WithDefault("1s")
    Duration connectTimeout();
}
