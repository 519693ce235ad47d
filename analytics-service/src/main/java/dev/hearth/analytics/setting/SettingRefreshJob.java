package dev.hearth.analytics.setting;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Looks again and again for what other replicas changed; what fails is tried again the next time. */
@ApplicationScoped
class SettingRefreshJob {
    private static final Logger LOG = Logger.getLogger(SettingRefreshJob.class);

    private final AllSettings settings;
    private final SettingConfig config;
    private volatile Cancellable running = () -> {};
    private boolean failing;

    SettingRefreshJob(AllSettings settings, SettingConfig config) {
        this.settings = settings;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        running = Multi.createFrom()
                .ticks()
                .every(config.refreshInterval())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(this::once)
                .subscribe()
                .with(done -> {}, failure -> LOG.error("settings are no longer refreshed", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        running.cancel();
    }

    private Uni<Void> once(long tick) {
        return settings.refresh(tick % config.readAllEvery() == 0)
                .invoke(() -> failing = false)
                .onFailure()
                .invoke(this::failed)
                .onFailure()
                .recoverWithUni(() -> Uni.createFrom().voidItem());
    }

    private void failed(Throwable failure) {
        if (!failing) {
            LOG.warnf("settings cannot be read, and will be tried again: %s", failure.toString());
        }
        failing = true;
    }
}
