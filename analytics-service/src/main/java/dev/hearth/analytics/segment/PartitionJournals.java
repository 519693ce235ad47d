package dev.hearth.analytics.segment;

import dev.hearth.platform.time.Uuid7;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What is kept of each partition. */
@ApplicationScoped
public class PartitionJournals {
    private final AnalyticsStore store;
    private final Generations generations;
    private final SegmentConfig config;
    private final Uuid7 ids;

    PartitionJournals(AnalyticsStore store, Generations generations, SegmentConfig config, Uuid7 ids) {
        this.store = store;
        this.generations = generations;
        this.config = config;
        this.ids = ids;
    }

    /** Takes the partition for this instance and loads what is kept of it. */
    public Uni<PartitionJournal> open(int partition) {
        return open(partition, Optional.empty());
    }

    /**
     * The same, where this instance has the partition in memory: only what is not there is loaded, and nothing at all
     * if nobody else had the partition meanwhile.
     */
    public Uni<PartitionJournal> open(int partition, Optional<PartitionSets> before) {
        return generations
                .find()
                .map(lineage -> new ChainId(lineage.current(), partition))
                .flatMap(id -> before.<Uni<PartitionJournal>>map(sets -> switch (sets) {
                            case PartitionJournal journal -> resume(journal, id);
                            case PartitionFollower follower ->
                                take(id, follower.release().orElse(Copy.NONE));
                        })
                        .orElseGet(() -> take(id, Copy.NONE)));
    }

    /** A copy of the partition, read with its first refresh. */
    public PartitionFollower follow(int partition) {
        return new PartitionFollower(
                store.chains(),
                store.segments(),
                () -> generations.known().map(generation -> new ChainId(generation, partition)));
    }

    /** An empty journal of a generation that does not count yet. */
    public Uni<PartitionJournal> begin(int generation, int partition) {
        return PartitionJournal.begin(
                store.chains(), store.segments(), config.mergeAt(), new ChainId(generation, partition), newOwner());
    }

    /** What is stored of a generation's partition, read back. */
    public Uni<PartitionFollower> read(int generation, int partition) {
        ChainId id = new ChainId(generation, partition);
        PartitionFollower stored = new PartitionFollower(
                store.chains(), store.segments(), () -> Uni.createFrom().item(id));
        return stored.refresh().replaceWith(stored);
    }

    private Uni<PartitionJournal> resume(PartitionJournal journal, ChainId id) {
        return journal.isStill(id).flatMap(same -> same ? Uni.createFrom().item(journal) : take(id, Copy.NONE));
    }

    private Uni<PartitionJournal> take(ChainId id, Copy copy) {
        return PartitionJournal.open(store.chains(), store.segments(), config.mergeAt(), id, newOwner(), copy);
    }

    private String newOwner() {
        return ids.next().toString();
    }
}
