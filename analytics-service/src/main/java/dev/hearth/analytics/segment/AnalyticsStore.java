package dev.hearth.analytics.segment;

import dev.hearth.platform.time.Uuid7;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The collections that activity is kept in. */
@Singleton
class AnalyticsStore {
    private final Lineages lineages;
    private final Chains chains;
    private final Segments segments;

    @Inject
    AnalyticsStore(
            ReactiveMongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            SegmentConfig config,
            Uuid7 ids) {
        ReactiveMongoDatabase kept = mongo.getDatabase(database);
        this(
                new Lineages(kept.getCollection("generations")),
                new Chains(kept.getCollection("chains")),
                new Segments(kept.getCollection("segments"), ids::next, config.maxDocumentBytes()));
    }

    AnalyticsStore(Lineages lineages, Chains chains, Segments segments) {
        this.lineages = lineages;
        this.chains = chains;
        this.segments = segments;
    }

    Lineages lineages() {
        return lineages;
    }

    Chains chains() {
        return chains;
    }

    Segments segments() {
        return segments;
    }
}
