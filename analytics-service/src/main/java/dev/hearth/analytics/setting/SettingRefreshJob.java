package dev.hearth.analytics.setting;

import dev.hearth.platform.time.Recurrence;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Looks again and again for what other replicas changed; what fails is tried again the next time. */
@ApplicationScoped
class SettingRefreshJob {
    private final AllSettings settings;
    private final SettingConfig config;
    private volatile Cancellable running = () -> {};
    private long rounds;

    SettingRefreshJob(AllSettings settings, SettingConfig config) {
        this.settings = settings;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        running = new Recurrence("refreshing settings", this::round).every(config.refreshInterval());
    }

    void stop(@Observes ShutdownEvent event) {
        running.cancel();
    }

    private Uni<Void> round() {
        return settings.refresh(rounds++ % config.readAllEvery() == 0);
    }
}
