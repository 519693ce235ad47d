package dev.hearth.analytics.health;

import dev.hearth.analytics.setting.AllSettings;
import dev.hearth.analytics.setting.Setting;
import dev.hearth.analytics.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;

/** How each community judges its groups: as it said, else as usual. */
@ApplicationScoped
class HealthSettings {
    private final Settings<HealthSetting> said;

    HealthSettings(AllSettings all) {
        this.said = all.of("health-settings", HealthSetting.class);
    }

    Settings<HealthSetting> said() {
        return said;
    }

    HealthSetting of(String community) {
        return said.find(community).map(Setting::value).orElse(HealthSetting.USUAL);
    }
}
