package dev.hearth.analytics.segment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.ReplaceOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The one document that says which generation counts: replacing it is the switch. */
final class Lineages {
    private static final String ID = "activity";
    private static final int DUPLICATE_KEY = 11000;

    private final ReactiveMongoCollection<Document> documents;

    Lineages(ReactiveMongoCollection<Document> documents) {
        this.documents = documents;
    }

    /** The first generation where nothing is stored. */
    Uni<Lineage> find() {
        return documents
                .find(eq("_id", ID))
                .collect()
                .first()
                .map(found -> found == null ? Lineage.FIRST : lineage(found));
    }

    /** Takes the turn that was free in {@code before}; fails if that has changed. */
    Uni<Lineage> lease(Lineage before, Lineage after, String rebuild) {
        return replace(and(eq("_id", ID), eq("version", before.version())), after, before.version() == 0, rebuild);
    }

    /** Changes what only {@code rebuild} may change; fails if it is not its turn any more. */
    Uni<Lineage> replace(String rebuild, Lineage after) {
        return replace(and(eq("_id", ID), eq("rebuild", rebuild)), after, false, rebuild);
    }

    private Uni<Lineage> replace(Bson guard, Lineage after, boolean first, String rebuild) {
        return documents
                .replaceOne(guard, document(after), new ReplaceOptions().upsert(first))
                .map(result -> {
                    if (result.getMatchedCount() == 0 && result.getUpsertedId() == null) {
                        throw new LeaseLostException(rebuild);
                    }
                    return after;
                })
                .onFailure(Lineages::isDuplicate)
                .transform(failure -> new LeaseLostException(rebuild));
    }

    /** The document was there, in another version: made by another at the same time. */
    private static boolean isDuplicate(Throwable failure) {
        return failure instanceof MongoWriteException refused && refused.getCode() == DUPLICATE_KEY;
    }

    private static Document document(Lineage lineage) {
        Lineage.Lease lease = lineage.lease();
        Document document = new Document("_id", ID)
                .append("current", lineage.current())
                .append("switchedAt", date(lineage.switchedAt()))
                .append("next", lineage.next())
                .append("version", lineage.version())
                .append("verifiedAt", date(lineage.verifiedAt()));
        return lease == null
                ? document
                : document.append("rebuild", lease.rebuild())
                        .append("building", lease.generation())
                        .append("until", date(lease.until()));
    }

    private static Lineage lineage(Document document) {
        String rebuild = document.getString("rebuild");
        Instant until = instant(document, "until");
        return new Lineage(
                document.getInteger("current"),
                instant(document, "switchedAt"),
                document.getInteger("next"),
                document.getLong("version"),
                rebuild == null || until == null
                        ? null
                        : new Lineage.Lease(rebuild, document.getInteger("building"), until),
                instant(document, "verifiedAt"));
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Instant instant(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
