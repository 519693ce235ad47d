package dev.hearth.analytics.answer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Kept answers in MongoDB, a document each, never changed: {@code {_id, question, version, …, body}}. */
@ApplicationScoped
class Editions {
    private final ReactiveMongoCollection<Document> documents;

    Editions(ReactiveMongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.documents = mongo.getDatabase(database).getCollection("editions");
    }

    /** A version as the topic has it. */
    Uni<Optional<KeptAnswer>> find(String id) {
        return document(id).map(found -> found.map(each -> KeptAnswer.of(edition(each), body(each))));
    }

    /** The bytes of a version, as they were sent. */
    Uni<Optional<byte[]>> body(String id) {
        return document(id).map(found -> found.map(Editions::body));
    }

    /** The ids of all versions of all questions. */
    Uni<Set<String>> ids() {
        return documents
                .find(new FindOptions().projection(Projections.include("_id")))
                .map(document -> document.getString("_id"))
                .collect()
                .with(Collectors.toSet());
    }

    /** The latest version of a question. */
    Uni<Optional<Edition>> latest(Question question) {
        return documents
                .find(
                        beginningWith(question.prefix(), ""),
                        metadata().sort(Sorts.descending("_id")).limit(1))
                .map(Editions::edition)
                .collect()
                .first()
                .map(Optional::ofNullable);
    }

    /** Versions by question and number, after the id {@code after}. */
    Uni<List<Edition>> page(String prefix, String after, int rows) {
        return documents
                .find(
                        beginningWith(prefix, after),
                        metadata().sort(Sorts.ascending("_id")).limit(rows))
                .map(Editions::edition)
                .collect()
                .asList()
                .onFailure(MongoException.class)
                .transform(Editions::unavailable);
    }

    /** Keeps a version; false if another replica has just kept that number. */
    Uni<Boolean> add(KeptAnswer answer) {
        return documents
                .insertOne(document(answer.edition()).append("body", new Binary(answer.body())))
                .replaceWith(true)
                .onFailure(Editions::isThereAlready)
                .recoverWithItem(false);
    }

    private Uni<Optional<Document>> document(String id) {
        return documents
                .find(eq("_id", id))
                .collect()
                .first()
                .map(Optional::ofNullable)
                .onFailure(MongoException.class)
                .transform(Editions::unavailable);
    }

    private static Bson beginningWith(String prefix, String after) {
        return and(gt("_id", after.startsWith(prefix) ? after : prefix), lt("_id", prefix + Character.MAX_VALUE));
    }

    private static FindOptions metadata() {
        return new FindOptions().projection(Projections.exclude("body"));
    }

    private static boolean isThereAlready(Throwable failure) {
        return failure instanceof MongoWriteException refused
                && refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private static ProblemException unavailable(Throwable failure) {
        return new ProblemException(
                RequestProblem.UNAVAILABLE,
                "the document store does not answer; try again",
                List.of(),
                Duration.ofSeconds(1));
    }

    private static Document document(Edition edition) {
        return new Document("_id", edition.id())
                .append("question", edition.question())
                .append("version", edition.version())
                .append("madeAt", Date.from(edition.madeAt()))
                .append("digest", edition.digest())
                .append(
                        "positions",
                        edition.positions().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(each -> new Document("of", each.getKey()).append("offset", each.getValue()))
                                .toList());
    }

    private static byte[] body(Document document) {
        return document.get("body", Binary.class).getData();
    }

    private static Edition edition(Document document) {
        return new Edition(
                document.getString("_id"),
                document.getString("question"),
                document.getInteger("version"),
                document.getDate("madeAt").toInstant(),
                document.getString("digest"),
                document.getList("positions", Document.class).stream()
                        .collect(Collectors.toMap(each -> each.getString("of"), each -> each.getLong("offset"))));
    }
}
