package dev.hearth.analytics.health;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.ReplaceOptions;
import dev.hearth.analytics.health.pulse.Spell;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The spells of all groups, a document each: of several replicas that notice the same, one takes it down. */
@ApplicationScoped
class SpellDocuments {
    private final ReactiveMongoCollection<Document> spells;

    SpellDocuments(ReactiveMongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.spells = mongo.getDatabase(database).getCollection("spells");
    }

    Uni<List<KeptSpell>> all() {
        return spells.find().map(SpellDocuments::kept).collect().asList();
    }

    /** False, and nothing is changed, if what is kept is no longer of the version before. */
    Uni<Boolean> replace(KeptSpell after) {
        boolean first = after.version() == 1;
        return spells.replaceOne(
                        and(eq("_id", after.id()), eq("version", after.version() - 1)),
                        document(after),
                        new ReplaceOptions().upsert(first))
                .map(result -> result.getMatchedCount() > 0 || result.getUpsertedId() != null)
                .onFailure(SpellDocuments::isThereAlready)
                .recoverWithItem(false);
    }

    private static boolean isThereAlready(Throwable failure) {
        return failure instanceof MongoWriteException refused
                && refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private static Document document(KeptSpell kept) {
        Document document = new Document("_id", kept.id()).append("version", kept.version());
        EndedSpell ended = kept.ended();
        UntoldSignal untold = kept.untold();
        document.append("spell", kept.spell() == null ? null : document(kept.spell()));
        document.append(
                "ended",
                ended == null
                        ? null
                        : document(ended.spell())
                                .append("until", Date.from(ended.until()))
                                .append("acts", ended.acts())
                                .append("expected", ended.expected()));
        return document.append(
                "untold",
                untold == null
                        ? null
                        : new Document("id", untold.id())
                                .append("type", untold.type())
                                .append("at", Date.from(untold.at()))
                                .append("json", untold.json()));
    }

    private static Document document(Spell spell) {
        return new Document("mood", spell.mood().name()).append("since", Date.from(spell.since()));
    }

    private static KeptSpell kept(Document document) {
        String[] id = document.getString("_id").split("/", 2);
        Document spell = document.get("spell", Document.class);
        return new KeptSpell(
                id[0],
                id[1],
                document.getLong("version"),
                spell == null ? null : spell(spell),
                ended(document.get("ended", Document.class)),
                untold(document.get("untold", Document.class)));
    }

    private static Spell spell(Document document) {
        return new Spell(Spell.Mood.valueOf(document.getString("mood")), instant(document, "since"));
    }

    private static @Nullable EndedSpell ended(@Nullable Document document) {
        return document == null
                ? null
                : new EndedSpell(
                        spell(document),
                        instant(document, "until"),
                        document.getLong("acts"),
                        document.getDouble("expected"));
    }

    private static @Nullable UntoldSignal untold(@Nullable Document document) {
        return document == null
                ? null
                : new UntoldSignal(
                        document.getString("id"),
                        document.getString("type"),
                        instant(document, "at"),
                        document.getString("json"));
    }

    private static Instant instant(Document document, String name) {
        return document.getDate(name).toInstant();
    }
}
