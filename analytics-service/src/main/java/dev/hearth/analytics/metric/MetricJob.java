package dev.hearth.analytics.metric;

import dev.hearth.platform.time.Recurrence;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Publishes again and again what has changed. */
@ApplicationScoped
class MetricJob {
    private final MetricPublisher publisher;
    private final PublishedCells published;
    private final MetricConfig config;
    private @Nullable Cancellable running;

    MetricJob(MetricPublisher publisher, PublishedCells published, MetricConfig config) {
        this.publisher = publisher;
        this.published = published;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        published.start();
        running = new Recurrence("metrics", publisher::publishChanges).every(config.interval());
    }

    void stop(@Observes ShutdownEvent event) {
        if (running != null) {
            running.cancel();
        }
        published.stop();
    }
}
