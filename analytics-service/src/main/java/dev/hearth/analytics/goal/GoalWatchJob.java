package dev.hearth.analytics.goal;

import dev.hearth.analytics.projection.Freshness;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.outbox.DirectSender;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Tells on hearth.signal how goals stand, again and again: falling behind is no event. */
@ApplicationScoped
class GoalWatchJob {
    private static final Logger LOG = Logger.getLogger(GoalWatchJob.class);

    private final Freshness freshness;
    private final GoalWatch watch;
    private final DirectSender sender;
    private final Duration interval;
    private volatile Cancellable running = () -> {};
    private boolean failing;

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
        running = Multi.createFrom()
                .ticks()
                .every(interval)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(this::once)
                .subscribe()
                .with(done -> {}, failure -> LOG.error("goals are no longer watched", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        running.cancel();
    }

    private Uni<Void> once(long tick) {
        return round().invoke(() -> failing = false)
                .onFailure()
                .invoke(this::failed)
                .onFailure()
                .recoverWithUni(() -> Uni.createFrom().voidItem());
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

    private void failed(Throwable failure) {
        if (!failing) {
            LOG.warnf("goals cannot be watched, and will be looked at again: %s", failure.toString());
        }
        failing = true;
    }
}
