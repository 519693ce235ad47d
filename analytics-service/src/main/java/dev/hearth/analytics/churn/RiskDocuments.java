package dev.hearth.analytics.churn;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.ReplaceOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What was told of members' risks, a document each: of several replicas that notice the same, one takes it down. */
@ApplicationScoped
class RiskDocuments {
    private final ReactiveMongoCollection<Document> risks;

    RiskDocuments(ReactiveMongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.risks = mongo.getDatabase(database).getCollection("churn-risks");
    }

    Multi<KeptRisk> all() {
        return risks.find().map(RiskDocuments::kept);
    }

    Uni<Optional<KeptRisk>> find(KeptRisk same) {
        return risks.find(eq("_id", same.id()))
                .map(RiskDocuments::kept)
                .collect()
                .first()
                .map(Optional::ofNullable);
    }

    /** False, and nothing is changed, if what is kept is no longer of the version before. */
    Uni<Boolean> replace(KeptRisk after) {
        return risks.replaceOne(
                        and(eq("_id", after.id()), eq("version", after.version() - 1)),
                        document(after),
                        new ReplaceOptions().upsert(after.version() == 1))
                .map(result -> result.getMatchedCount() > 0 || result.getUpsertedId() != null)
                .onFailure(RiskDocuments::isThereAlready)
                .recoverWithItem(false);
    }

    private static boolean isThereAlready(Throwable failure) {
        return failure instanceof MongoWriteException refused
                && refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private static Document document(KeptRisk kept) {
        return new Document("_id", kept.id())
                .append("version", kept.version())
                .append("band", kept.band().name())
                .append("at", Date.from(kept.at()))
                .append("untold", kept.untold());
    }

    private static KeptRisk kept(Document document) {
        String[] id = document.getString("_id").split("/", 2);
        return new KeptRisk(
                id[0],
                id[1],
                document.getLong("version"),
                ChurnBand.valueOf(document.getString("band")),
                document.getDate("at").toInstant(),
                document.getString("untold"));
    }
}
