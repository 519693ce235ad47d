package dev.hearth.platform.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the consumers that apply effects. */
@ConfigMapping(prefix = "hearth.inbox")
public interface InboxConfig {
    /** Records applied together, 1 to 10,000. */
    @WithDefault("500")
    int batch();

    /** Records of a partition that wait behind the batch under way, at most; its reading pauses above that. */
    @WithDefault("4000")
    int prefetch();

    /** Threads that decode and apply, shared by the partitions. */
    @WithDefault("3")
    int threads();

    /**
     * Records of a partition that may fail to apply one after the other and go to the dead letters. After that many
     * without a success between them the fault is taken to be ours, not theirs, and the partition waits and tries
     * again.
     */
    @WithDefault("100")
    int poisonStreak();

    /** How long one attempt to apply may take before it counts as lost and is repeated. */
    @WithDefault("60s")
    Duration applyTimeout();

    /** How long a partition that goes to another replica waits for its batch under way. */
    @WithDefault("3s")
    Duration revokeTimeout();

    /** The longest wait between attempts during an outage; the first wait is 50 ms and doubles. */
    @WithDefault("5s")
    Duration maxBackoff();

    /** After this silence a replica's partitions go to the others. */
    @WithDefault("6s")
    Duration sessionTimeout();

    /**
     * A name of this replica that outlives its restarts, unique in the group: a replica that comes back within the
     * session timeout then goes on with its partitions at once.
     */
    Optional<String> instance();
}
