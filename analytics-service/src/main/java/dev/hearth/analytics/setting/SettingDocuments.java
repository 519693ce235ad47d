package dev.hearth.analytics.setting;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.ReplaceOptions;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import dev.hearth.platform.time.Uuid7;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Settings in MongoDB, a document each: {@code {_id: kind/community/id, version, changedAt, changedBy, json}}, without
 * json once it was taken away; and for each kind one in another collection whose {@code revision} is another after
 * every change: {@code {_id: kind, revision}}, so that who looks for changes reads next to nothing.
 */
@ApplicationScoped
class SettingDocuments {
    private final ReactiveMongoCollection<Document> settings;
    private final ReactiveMongoCollection<Document> revisions;
    private final Uuid7 ids;

    SettingDocuments(
            ReactiveMongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database, Uuid7 ids) {
        this.settings = mongo.getDatabase(database).getCollection("settings");
        this.revisions = mongo.getDatabase(database).getCollection("setting-revisions");
        this.ids = ids;
    }

    Uni<Optional<KeptSetting>> find(KeptSetting.Key key) {
        return settings.find(eq("_id", key.text()))
                .collect()
                .first()
                .map(found -> Optional.ofNullable(found).map(SettingDocuments::kept))
                .onFailure(MongoException.class)
                .transform(SettingDocuments::unavailable);
    }

    Uni<List<KeptSetting>> all(String kind) {
        return read(and(gte("_id", kind + "/"), lt("_id", kind + "0"))); // 0 comes after the slash
    }

    Uni<List<KeptSetting>> all() {
        return read(new Document());
    }

    private Uni<List<KeptSetting>> read(Bson which) {
        return settings.find(which).map(SettingDocuments::kept).collect().asList();
    }

    /** By kind, a text that is another after every change. */
    Uni<Map<String, String>> revisions() {
        return revisions
                .find()
                .collect()
                .asList()
                .map(found -> found.stream()
                        .collect(Collectors.toMap(
                                each -> each.getString("_id"),
                                each -> each.getString("revision"),
                                (one, other) -> other,
                                HashMap::new)));
    }

    /** Fails with 412 unless what is stored is {@code before}, or nothing if that is empty. */
    Uni<KeptSetting> write(Optional<KeptSetting> before, KeptSetting after) {
        Uni<Void> change = before.map(read -> settings.replaceOne(asRead(read), document(after))
                        .invoke(result -> requireOne(result.getMatchedCount()))
                        .replaceWithVoid())
                .orElseGet(() -> settings.insertOne(document(after)).replaceWithVoid());
        return change.onFailure(SettingDocuments::isThereAlready)
                .transform(failure -> changedMeanwhile())
                .chain(() -> revise(after.key().kind()))
                .onFailure(MongoException.class)
                .transform(SettingDocuments::unavailable)
                .replaceWith(after);
    }

    /** Forgets what was taken away; what has changed since it was read stays. */
    Uni<Void> forget(KeptSetting takenAway) {
        return settings.deleteOne(asRead(takenAway)).replaceWithVoid();
    }

    private Uni<Void> revise(String kind) {
        Document revision =
                new Document("_id", kind).append("revision", ids.next().toString());
        return revisions
                .replaceOne(eq("_id", kind), revision, new ReplaceOptions().upsert(true))
                .replaceWithVoid();
    }

    private static Bson asRead(KeptSetting read) {
        return and(eq("_id", read.key().text()), eq("version", read.version()));
    }

    private static void requireOne(long changed) {
        if (changed == 0) {
            throw changedMeanwhile();
        }
    }

    private static boolean isThereAlready(Throwable failure) {
        return failure instanceof MongoWriteException refused
                && refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private static ProblemException changedMeanwhile() {
        return new ProblemException(
                RequestProblem.PRECONDITION_FAILED, "somebody else has just changed it; read it again");
    }

    private static ProblemException unavailable(Throwable failure) {
        return new ProblemException(
                RequestProblem.UNAVAILABLE,
                "the document store does not answer; try again",
                List.of(),
                Duration.ofSeconds(1));
    }

    private static Document document(KeptSetting setting) {
        return new Document("_id", setting.key().text())
                .append("version", setting.version())
                .append("changedAt", Date.from(setting.changedAt()))
                .append("changedBy", setting.changedBy())
                .append("json", setting.json());
    }

    private static KeptSetting kept(Document document) {
        return new KeptSetting(
                KeptSetting.Key.of(document.getString("_id")),
                document.getLong("version"),
                document.getDate("changedAt").toInstant(),
                document.getString("changedBy"),
                document.getString("json"));
    }
}
