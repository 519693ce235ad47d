package dev.hearth.analytics;

import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import java.time.Duration;
import java.util.List;
import org.bson.Document;

/**
 * Empties the document store. Its collections stay: to drop one that is written to at the same moment leaves the local
 * server unable to open it again until it is restarted.
 */
public final class WipedStore {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private WipedStore() {}

    public static void wipe(ReactiveMongoClient mongo, String database) {
        ReactiveMongoDatabase store = mongo.getDatabase(database);
        List<String> collections =
                store.listCollectionNames().collect().asList().await().atMost(PATIENCE);
        for (String collection : collections) {
            var _ = store.getCollection(collection)
                    .deleteMany(new Document())
                    .await()
                    .atMost(PATIENCE);
        }
    }
}
