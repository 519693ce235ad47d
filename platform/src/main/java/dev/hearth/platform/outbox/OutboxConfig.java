package dev.hearth.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the relay from the outbox to Kafka. */
@ConfigMapping(prefix = "hearth.outbox")
public interface OutboxConfig {
    /** Rows sent and deleted together, 1 to 10,000. */
    @WithDefault("2000")
    int batch();

    /** How often the active relay looks for rows of other replicas; it is woken for this replica's own. */
    @WithDefault("50ms")
    Duration poll();

    /** How often a relay that is not active tries to become it. */
    @WithDefault("500ms")
    Duration standby();

    /** The longest wait after a failure; the first wait is 100 ms and doubles. */
    @WithDefault("5s")
    Duration maxBackoff();

    /** How long a statement of the relay may take before its connection counts as lost. */
    @WithDefault("10s")
    Duration statementTimeout();
}
