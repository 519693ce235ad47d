package dev.hearth.analytics.rebuild;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import dev.hearth.analytics.activity.Fingerprint;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How rebuilds went: the last {@value #KEPT} of them. */
@Singleton
class Rebuilds {
    static final int KEPT = 200;

    private final ReactiveMongoCollection<Document> rebuilds;
    private final ReactiveMongoCollection<Document> cancellations;

    Rebuilds(ReactiveMongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.rebuilds = mongo.getDatabase(database).getCollection("rebuilds");
        this.cancellations = mongo.getDatabase(database).getCollection("rebuild-cancellations");
    }

    Uni<Optional<Rebuild>> find(UUID id) {
        return rebuilds.find(eq("_id", id.toString()))
                .collect()
                .first()
                .map(found -> Optional.ofNullable(found).map(Rebuilds::rebuild));
    }

    /** Newest first, those that began before {@code before}. */
    Uni<List<Rebuild>> page(UUID before, int limit) {
        return rebuilds.find(
                        lt("_id", before.toString()),
                        new FindOptions().sort(Sorts.descending("_id")).limit(limit))
                .map(Rebuilds::rebuild)
                .collect()
                .asList();
    }

    /** Takes in what is told, unless something newer was. */
    Uni<Void> put(Rebuild told) {
        String id = told.id().toString();
        return told.update() == 1
                ? rebuilds.replaceOne(eq("_id", id), document(told), new ReplaceOptions().upsert(true))
                        .chain(this::forgetOld)
                : rebuilds.replaceOne(and(eq("_id", id), lt("update", told.update())), document(told))
                        .replaceWithVoid();
    }

    Uni<Void> askToCancel(UUID id) {
        return cancellations
                .replaceOne(
                        eq("_id", id.toString()), new Document("_id", id.toString()), new ReplaceOptions().upsert(true))
                .replaceWithVoid();
    }

    Uni<Boolean> isAskedToCancel(UUID id) {
        return cancellations.find(eq("_id", id.toString())).collect().first().map(found -> found != null);
    }

    private Uni<Void> forgetOld() {
        return page(new UUID(-1, -1), KEPT + 1)
                .flatMap(newest -> newest.size() <= KEPT
                        ? Uni.createFrom().voidItem()
                        : forget(newest.getLast().id().toString()));
    }

    private Uni<Void> forget(String last) {
        return rebuilds.deleteMany(lte("_id", last))
                .chain(() -> cancellations.deleteMany(lte("_id", last)))
                .replaceWithVoid();
    }

    private static Document document(Rebuild told) {
        return new Document("_id", told.id().toString())
                .append("update", told.update())
                .append("state", told.state().name())
                .append("switching", told.switching())
                .append("startedAt", Date.from(told.startedAt()))
                .append("updatedAt", Date.from(told.updatedAt()))
                .append("noted", told.noted())
                .append("read", told.read())
                .append("partitions", told.partitions())
                .append("compared", told.compared())
                .append("served", document(told.served()))
                .append("rebuilt", document(told.rebuilt()))
                .append("drifts", told.drifts())
                .append("drifted", told.drifted())
                .append("reason", told.reason());
    }

    private static Rebuild rebuild(Document document) {
        return new Rebuild(
                UUID.fromString(document.getString("_id")),
                document.getLong("update"),
                RebuildState.valueOf(document.getString("state")),
                document.getBoolean("switching"),
                document.getDate("startedAt").toInstant(),
                document.getDate("updatedAt").toInstant(),
                document.getLong("noted"),
                document.getLong("read"),
                document.getInteger("partitions"),
                document.getInteger("compared"),
                fingerprint(document.get("served", Document.class)),
                fingerprint(document.get("rebuilt", Document.class)),
                document.getInteger("drifts"),
                document.getList("drifted", String.class),
                document.getString("reason"));
    }

    private static Document document(Fingerprint fingerprint) {
        return new Document("acts", fingerprint.acts()).append("sum", fingerprint.sum());
    }

    private static Fingerprint fingerprint(Document document) {
        return new Fingerprint(document.getLong("acts"), document.getLong("sum"));
    }
}
