package dev.hearth.analytics.projection;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the sets of every partition are here; how far they are, each answer says itself. */
@Readiness
class LoadedCheck implements HealthCheck {
    private final Freshness freshness;

    LoadedCheck(Freshness freshness) {
        this.freshness = freshness;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("activity loaded")
                .status(freshness.isLoaded())
                .build();
    }
}
