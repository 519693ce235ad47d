package dev.hearth.analytics.churn;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.analytics.projection.Freshness;
import dev.hearth.contract.signal.ChurnRisk;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Topics;
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
import java.util.stream.Stream;

/**
 * Watches all members' risks again and again: staying away is no event. Takes down what it noticed first, then tells
 * it, then that it was told; so of several replicas one tells it, and after a crash it is told again under the same id.
 */
@ApplicationScoped
class RiskWatchJob {
    private static final String SOURCE = "/analytics-service";

    private final Freshness freshness;
    private final RiskWatch watch;
    private final KnownRisks known;
    private final DirectSender sender;
    private final Clock clock;
    private final ChurnConfig config;
    private volatile Cancellable running = () -> {};

    RiskWatchJob(
            Freshness freshness,
            RiskWatch watch,
            KnownRisks known,
            DirectSender sender,
            Clock clock,
            ChurnConfig config) {
        this.freshness = freshness;
        this.watch = watch;
        this.known = known;
        this.sender = sender;
        this.clock = clock;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        running = new Recurrence("watching members at risk", this::round).every(config.watchInterval());
    }

    void stop(@Observes ShutdownEvent event) {
        running.cancel();
    }

    private Uni<Void> round() {
        return freshness.isLoaded()
                ? known.read()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(read -> changes())
                        .onItem()
                        .transformToMulti(changes -> Multi.createFrom().iterable(changes))
                        .onItem()
                        .transformToUniAndConcatenate(this::take)
                        .collect()
                        .last()
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /** What was recorded and is not known yet must not count as silence: then only what was decided on is told. */
    private List<KeptRisk> changes() {
        Freshness.Fresh fresh = freshness.require();
        Stream<KeptRisk> untold = known.untold(config.maxChanges()).stream().map(KeptRisk::again);
        Stream<KeptRisk> noticed = fresh.isCompleteAt(clock.instant()) ? watch.changes(fresh) : Stream.empty();
        return Stream.concat(untold, noticed).limit(config.maxChanges()).toList();
    }

    private Uni<Boolean> take(KeptRisk change) {
        return known.replace(change)
                .flatMap(isOurs -> isOurs ? tell(change) : Uni.createFrom().item(false));
    }

    private Uni<Boolean> tell(KeptRisk change) {
        String payload = change.untold();
        return payload == null
                ? Uni.createFrom().item(false)
                : sender.send(List.of(event(change, payload))).chain(() -> known.replace(change.told()));
    }

    private static CloudEvent event(KeptRisk change, String payload) {
        return new CloudEvent(
                Topics.SIGNAL,
                Topics.memberKey(change.community(), change.member()),
                change.community() + "/" + change.event(),
                SOURCE,
                CloudEvent.contractOf(ChurnRisk.class).type(),
                null,
                change.at(),
                change.community(),
                0,
                null,
                null,
                null,
                payload.getBytes(UTF_8));
    }
}
