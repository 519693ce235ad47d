package dev.hearth.analytics.revenue;

import dev.hearth.analytics.setting.AllSettings;
import dev.hearth.analytics.setting.Setting;
import dev.hearth.analytics.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The money that operators put down. */
@ApplicationScoped
class MoneyEntries {
    private final Settings<Money> entries;

    MoneyEntries(AllSettings settings) {
        this.entries = settings.of("money-entry", Money.class);
    }

    Settings<Money> settings() {
        return entries;
    }

    List<Money> of(String community) {
        return entries.all(community).stream().map(Setting::value).toList();
    }
}
