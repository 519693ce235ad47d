package dev.hearth.engagement.kind;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Declared kinds. */
@ConfigMapping(prefix = "hearth.kinds")
interface KindConfig {
    /** How often a replica looks for kinds that were declared at another: so long a new kind may be unknown there. */
    @WithDefault("1s")
    Duration refreshEvery();

    /** Kinds that a community may declare. */
    @WithDefault("500")
    int maxOfCommunity();
}
