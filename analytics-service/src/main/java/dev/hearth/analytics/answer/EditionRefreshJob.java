package dev.hearth.analytics.answer;

import dev.hearth.platform.time.Recurrence;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Compares the kept answers of store and topic: what the store lost comes back, and what a crash left untold is told.
 */
@ApplicationScoped
class EditionRefreshJob {
    private static final Logger LOG = Logger.getLogger(EditionRefreshJob.class);

    private final Editions editions;
    private final EditionStates states;
    private final Duration interval;
    private volatile Cancellable running = () -> {};

    EditionRefreshJob(
            Editions editions,
            EditionStates states,
            @ConfigProperty(name = "hearth.answers.compare-interval", defaultValue = "20s") Duration interval) {
        this.editions = editions;
        this.states = states;
        this.interval = interval;
    }

    void start(@Observes StartupEvent event) {
        states.start();
        running = new Recurrence("comparing kept answers", this::round).every(interval);
    }

    void stop(@Observes ShutdownEvent event) {
        running.cancel();
        states.stop();
    }

    private Uni<Void> round() {
        return states.isReady()
                ? editions.ids().flatMap(this::compare)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> compare(Set<String> stored) {
        Set<String> told = states.ids();
        return restore(without(told, stored)).chain(() -> tell(without(stored, told)));
    }

    private Uni<Void> restore(Set<String> lost) {
        if (lost.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        LOG.warnf("kept answers restored from the topic: %d", lost.size());
        return states.each(lost, editions::add);
    }

    private Uni<Void> tell(Set<String> untold) {
        return Multi.createFrom()
                .iterable(untold)
                .onItem()
                .transformToUniAndConcatenate(editions::find)
                .onItem()
                .transformToUniAndConcatenate(found -> found.map(states::tell)
                        .orElseGet(() -> Uni.createFrom().voidItem())
                        .replaceWith(true))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
