package dev.hearth.analytics.projection;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.segment.Generations;
import dev.hearth.analytics.segment.PartitionFollower;
import dev.hearth.analytics.segment.PartitionJournal;
import dev.hearth.analytics.segment.PartitionJournals;
import dev.hearth.analytics.segment.SegmentConfig;
import dev.hearth.platform.inbox.PartitionConsumer;
import dev.hearth.platform.time.Recurrence;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** Does again and again what no event asks for: flushes, measures, reads the partitions of other instances. */
@ApplicationScoped
public class UpkeepJob {
    private final ActivityProjection projection;
    private final PartitionJournals journals;
    private final Generations generations;
    private final Freshness freshness;
    private final PartitionConsumer<List<Act>> consumer;
    private final SegmentConfig segments;
    private final ProjectionConfig config;
    private final List<Cancellable> running = new CopyOnWriteArrayList<>();

    UpkeepJob(
            ActivityProjection projection,
            PartitionJournals journals,
            Generations generations,
            Freshness freshness,
            PartitionConsumer<List<Act>> consumer,
            SegmentConfig segments,
            ProjectionConfig config) {
        this.projection = projection;
        this.journals = journals;
        this.generations = generations;
        this.consumer = consumer;
        this.freshness = freshness;
        this.segments = segments;
        this.config = config;
    }

    public void start() {
        running.add(new Recurrence("flush", this::flush).every(segments.flushInterval()));
        running.add(new Recurrence("measure", freshness::measure).every(config.measureInterval()));
        running.add(new Recurrence("follow", this::follow).every(config.followInterval()));
        running.add(new Recurrence("generation", this::lookForSwitch).every(config.followInterval()));
    }

    public void stop() {
        running.forEach(Cancellable::cancel);
    }

    private Uni<Void> flush() {
        return all(projection.journals().stream()
                .filter(journal -> !journal.isLost())
                .map(PartitionJournal::flush)
                .toList());
    }

    /** Another generation may count; and what the store lost need not wait for the next event. */
    private Uni<Void> lookForSwitch() {
        return generations
                .find()
                .invoke(lineage -> projection.journals().forEach(this::reopenIfLost))
                .replaceWithVoid();
    }

    private void reopenIfLost(PartitionJournal journal) {
        if (generations.isSuperseded(journal)) {
            journal.supersede();
        }
        if (journal.isLost()) {
            consumer.reopen(journal.partition());
        }
    }

    private Uni<Void> follow() {
        return all(IntStream.range(0, freshness.partitions())
                .filter(partition -> !projection.isOwned(partition))
                .mapToObj(this::follow)
                .toList());
    }

    private Uni<Void> follow(int partition) {
        PartitionFollower follower = projection.follower(partition).orElseGet(() -> journals.follow(partition));
        return follower.refresh().invoke(() -> projection.follow(partition, follower));
    }

    /** One that fails does not keep the others from being tried. */
    private static Uni<Void> all(List<Uni<Void>> each) {
        return each.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(each).andCollectFailures().replaceWithVoid();
    }
}
