package dev.hearth.analytics.metric;

import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.Audience;
import dev.hearth.analytics.population.MemberFilter;
import dev.hearth.analytics.population.Population;
import dev.hearth.analytics.projection.ActivityProjection;
import dev.hearth.analytics.projection.Freshness;
import dev.hearth.contract.metric.MetricState;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.outbox.DirectSender;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.health.Readiness;

/**
 * Sends the figures that have changed: by the one replica that has partition 0, at least once, compared with what the
 * topic has. Calls must not overlap.
 */
@Singleton
class MetricPublisher {
    private static final int FIRST = 0;

    private final ActivityProjection projection;
    private final Freshness freshness;
    private final PublishedCells published;
    private final Outlet outlet;
    private final Population population;
    private final Cells cells;
    private final RowWatch watch = new RowWatch();
    private Touched touched = new Touched();
    private Instant comparedAt = Instant.MIN;

    MetricPublisher(
            ActivityProjection projection,
            Freshness freshness,
            PublishedCells published,
            Outlet outlet,
            @Readiness Population population,
            @All List<StandardFigure> figures) {
        this.projection = projection;
        this.freshness = freshness;
        this.published = published;
        this.outlet = outlet;
        this.population = population;
        this.cells = new Cells(figures, this::audience);
    }

    /** One round. What could not be sent is computed again. */
    Uni<Void> publishChanges() {
        return Uni.createFrom()
                .item(this::changes)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(outlet.sender::send)
                .onFailure()
                .invoke(this::doubtAll);
    }

    private List<CloudEvent> changes() {
        if (!projection.isOwned(FIRST) || !published.isReady() || !population.isReady()) {
            doubtAll();
            return List.of();
        }
        Freshness.Fresh fresh = freshness.require();
        // Figures that miss the greater part of the acts would be told, and told again with every round.
        return fresh.asOf().catchingUp() ? List.of() : changes(fresh.activity());
    }

    private List<CloudEvent> changes(Activity activity) {
        Instant now = outlet.clock.instant();
        if (comparedAt.plus(outlet.config.compareEvery()).isBefore(now)) {
            beginAgain();
            published.doubt();
            comparedAt = now;
        }
        published.settle();
        look(activity);
        long version = records();
        List<CloudEvent> changes = new ArrayList<>();
        int computed = 0;
        while (computed < outlet.config.cellsARound() && !touched.isEmpty()) {
            List<Cell> next = touched.next()
                    .map(part -> cells.of(activity, part.getKey(), part.getValue()))
                    .orElse(List.of());
            computed += next.size();
            next.stream().filter(published::lacks).forEach(cell -> {
                published.telling(cell);
                changes.add(outlet.event(cell, cell.state(version, now)));
            });
        }
        return changes;
    }

    private void look(Activity activity) {
        watch.watchAudiences(this::audience);
        for (int partition = 0; partition < activity.partitions(); partition++) {
            int number = partition;
            projection.activityOf(number).ifPresent(each -> watch.look(number, each, touched));
        }
        watch.reachOn(activity, touched);
    }

    /** As figures are asked for unless said otherwise: without accounts that operators run. */
    private Audience audience(String community) {
        return population.audience(community, MemberFilter.REAL);
    }

    /** How many records all that is known was made of. Figures computed afterwards have them all. */
    private long records() {
        return 1
                + projection.positions().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }

    private void doubtAll() {
        published.doubt();
        published.doubt();
        beginAgain();
    }

    private void beginAgain() {
        watch.forget();
        touched = new Touched();
    }

    /** How figures are told. */
    @Singleton
    static class Outlet {
        private final Events events;
        private final DirectSender sender;
        private final MetricConfig config;
        private final Clock clock;

        Outlet(Events events, DirectSender sender, MetricConfig config, Clock clock) {
            this.events = events;
            this.sender = sender;
            this.config = config;
            this.clock = clock;
        }

        CloudEvent event(Cell cell, MetricState state) {
            return events.of(cell.part().community(), cell.key(), null, state.version(), state);
        }
    }
}
