package dev.hearth.analytics.setting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How settings are kept in memory. */
@ConfigMapping(prefix = "hearth.settings")
interface SettingConfig {
    /** How often other replicas' changes are looked for: how old what a replica knows is at most. */
    @WithDefault("500ms")
    Duration refreshInterval();

    /** After so many refreshes everything is read, in case that whoever changed it did not live to say so. */
    @WithDefault("60")
    int readAllEvery();
}
