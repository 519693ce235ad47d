package dev.hearth.analytics.setting;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the settings have been read: figures would not know whose they are. */
@Readiness
class SettingsLoadedCheck implements HealthCheck {
    private final AllSettings settings;

    SettingsLoadedCheck(AllSettings settings) {
        this.settings = settings;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("settings loaded")
                .status(settings.isLoaded())
                .build();
    }
}
