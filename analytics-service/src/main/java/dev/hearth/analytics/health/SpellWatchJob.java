package dev.hearth.analytics.health;

import dev.hearth.analytics.projection.Freshness;
import dev.hearth.platform.outbox.DirectSender;
import dev.hearth.platform.time.Recurrence;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Watches all groups again and again: silence is no event. Takes down what it noticed first, then tells it, then that
 * it was told; so of several replicas one tells it, and after a crash it is told again under the same id.
 */
@ApplicationScoped
class SpellWatchJob {
    private final Freshness freshness;
    private final SpellWatch watch;
    private final SpellDocuments documents;
    private final DirectSender sender;
    private final KnownSpells known;
    private final Clock clock;
    private final HealthConfig config;
    private volatile Cancellable running = () -> {};

    SpellWatchJob(
            Freshness freshness,
            SpellWatch watch,
            SpellDocuments documents,
            DirectSender sender,
            KnownSpells known,
            Clock clock,
            HealthConfig config) {
        this.freshness = freshness;
        this.watch = watch;
        this.documents = documents;
        this.sender = sender;
        this.known = known;
        this.clock = clock;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        running = new Recurrence("watching groups", this::round).every(config.watchInterval());
    }

    void stop(@Observes ShutdownEvent event) {
        running.cancel();
    }

    /** Looks once. What was recorded and is not known yet must not count as silence: then it waits. */
    private Uni<Void> round() {
        return freshness.isLoaded()
                ? documents
                        .all()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(this::changes)
                        .onItem()
                        .transformToMulti(changes -> Multi.createFrom().iterable(changes))
                        .onItem()
                        .transformToUniAndConcatenate(this::take)
                        .collect()
                        .last()
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private List<KeptSpell> changes(List<KeptSpell> all) {
        Freshness.Fresh fresh = freshness.require();
        Map<String, KeptSpell> kept = all.stream().collect(Collectors.toMap(KeptSpell::id, Function.identity()));
        known.replaceBy(kept);
        // Another replica may be about to tell it: one version more makes it this one's.
        Stream<KeptSpell> untold =
                all.stream().filter(each -> each.untold() != null).map(KeptSpell::again);
        Stream<KeptSpell> noticed = fresh.isCompleteAt(clock.instant()) ? watch.changes(fresh, kept) : Stream.empty();
        return Stream.concat(untold, noticed).limit(config.maxChanges()).toList();
    }

    private Uni<Boolean> take(KeptSpell change) {
        UntoldSignal untold = change.untold();
        if (untold == null) {
            return Uni.createFrom().item(false);
        }
        return documents
                .replace(change)
                .flatMap(isOurs ->
                        isOurs ? tell(change, untold) : Uni.createFrom().item(false));
    }

    private Uni<Boolean> tell(KeptSpell change, UntoldSignal untold) {
        return sender.send(List.of(Signals.event(change, untold))).chain(() -> documents.replace(change.told()));
    }
}
