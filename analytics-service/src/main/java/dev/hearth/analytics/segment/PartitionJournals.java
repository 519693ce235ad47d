package dev.hearth.analytics.segment;

import dev.hearth.platform.time.Uuid7;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is kept of each partition. */
@ApplicationScoped
public class PartitionJournals {
    private static final int GENERATION = 1;

    private final Chains chains;
    private final Segments segments;
    private final SegmentConfig config;
    private final Uuid7 ids;

    PartitionJournals(
            ReactiveMongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            SegmentConfig config,
            Uuid7 ids) {
        ReactiveMongoDatabase kept = mongo.getDatabase(database);
        this.chains = new Chains(kept.getCollection("chains"));
        this.segments = new Segments(kept.getCollection("segments"), ids::next, config.maxDocumentBytes());
        this.config = config;
        this.ids = ids;
    }

    /** Takes the partition for this instance and loads what is kept of it. */
    public Uni<PartitionJournal> open(int partition) {
        return PartitionJournal.open(
                chains,
                segments,
                config.mergeAt(),
                new ChainId(GENERATION, partition),
                ids.next().toString());
    }

    /** A copy of the partition, read with its first refresh. */
    public PartitionFollower follow(int partition) {
        return new PartitionFollower(chains, segments, new ChainId(GENERATION, partition));
    }
}
