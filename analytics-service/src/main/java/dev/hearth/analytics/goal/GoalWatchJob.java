package dev.hearth.analytics.goal;

import dev.hearth.analytics.projection.Freshness;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.outbox.DirectSender;
import dev.hearth.platform.time.Recurrence;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells on hearth.signal how goals stand, again and again: falling behind is no event. */
@ApplicationScoped
class GoalWatchJob {
    private final Freshness freshness;
    private final GoalWatch watch;
    private final DirectSender sender;
    private final Duration interval;
    private volatile Cancellable running = () -> {};

    GoalWatchJob(
            Freshness freshness,
            GoalWatch watch,
            DirectSender sender,
            @ConfigProperty(name = "hearth.goals.watch-interval") Duration interval) {
        this.freshness = freshness;
        this.watch = watch;
        this.sender = sender;
        this.interval = interval;
    }

    void start(@Observes StartupEvent event) {
        running = new Recurrence("watching goals", this::round).every(interval);
    }

    void stop(@Observes ShutdownEvent event) {
        running.cancel();
    }

    private Uni<Void> round() {
        return Uni.createFrom()
                .item(() -> freshness.isLoaded() ? watch.news(freshness.require()) : List.<CloudEvent>of())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(news -> news.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : sender.send(news)
                                .invoke(() -> news.forEach(watch::told))
                                .replaceWithVoid());
    }
}
