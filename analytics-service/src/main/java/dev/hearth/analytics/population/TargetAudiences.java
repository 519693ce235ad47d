package dev.hearth.analytics.population;

import dev.hearth.analytics.setting.AllSettings;
import dev.hearth.analytics.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whom communities are for, as they said it. */
@ApplicationScoped
public class TargetAudiences {
    private final Settings<TargetAudience> said;

    TargetAudiences(AllSettings settings) {
        this.said = settings.of("target-audience", TargetAudience.class);
    }

    /** Who is of the community's target audience; empty if it has not said so. */
    public Optional<MemberFilter> find(String community) {
        return said.find(community).map(setting -> setting.value().filter());
    }

    Settings<TargetAudience> said() {
        return said;
    }
}
