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
    private final SettingStates states;
    private final SettingConfig config;
    private volatile Cancellable running = () -> {};
    private long rounds;

    SettingRefreshJob(AllSettings settings, SettingStates states, SettingConfig config) {
        this.settings = settings;
        this.states = states;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        states.start();
        running = new Recurrence("refreshing settings", this::round).every(config.refreshInterval());
    }

    void stop(@Observes ShutdownEvent event) {
        running.cancel();
        states.stop();
    }

    private Uni<Void> round() {
        return settings.refresh(rounds++ % config.readAllEvery() == 0);
    }
}
