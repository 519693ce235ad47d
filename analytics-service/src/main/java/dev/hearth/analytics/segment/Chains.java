package dev.hearth.analytics.segment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** The chains of all partitions, a document each. */
final class Chains {
    private final ReactiveMongoCollection<Document> documents;

    Chains(ReactiveMongoCollection<Document> documents) {
        this.documents = documents;
    }

    Uni<Optional<Chain>> find(int partition) {
        return documents
                .find(eq("_id", partition))
                .collect()
                .first()
                .map(found -> Optional.ofNullable(found).map(Chains::chain));
    }

    /** Makes {@code owner} the one who may change the chain; a new chain if there is none. */
    Uni<Chain> claim(int partition, String owner) {
        return find(partition)
                .flatMap(found -> found.map(before -> replace(before, before.ownedBy(owner)))
                        .orElseGet(() -> add(Chain.empty(partition, owner))));
    }

    /** Fails with {@link ChainLostException} unless what is stored is {@code before}. */
    Uni<Chain> replace(Chain before, Chain after) {
        return documents
                .replaceOne(
                        and(
                                eq("_id", before.partition()),
                                eq("owner", before.owner()),
                                eq("version", before.version())),
                        document(after))
                .map(result -> {
                    if (result.getMatchedCount() == 0) {
                        throw new ChainLostException(before.partition());
                    }
                    return after;
                });
    }

    private Uni<Chain> add(Chain chain) {
        // Not an insert: a repeat after a lost answer has to succeed.
        return documents
                .replaceOne(
                        and(eq("_id", chain.partition()), eq("owner", chain.owner())),
                        document(chain),
                        new ReplaceOptions().upsert(true))
                .replaceWith(chain);
    }

    private static Document document(Chain chain) {
        List<Document> segments = chain.segments().stream()
                .map(segment -> new Document("id", segment.id())
                        .append("from", segment.from())
                        .append("to", segment.to())
                        .append("level", segment.level())
                        .append("parts", segment.parts()))
                .toList();
        return new Document("_id", chain.partition())
                .append("owner", chain.owner())
                .append("version", chain.version())
                .append("position", chain.position())
                .append("segments", segments);
    }

    private static Chain chain(Document document) {
        List<Segment> segments = document.getList("segments", Document.class).stream()
                .map(segment -> new Segment(
                        segment.getString("id"),
                        segment.getLong("from"),
                        segment.getLong("to"),
                        segment.getInteger("level"),
                        segment.getInteger("parts")))
                .toList();
        return new Chain(
                document.getInteger("_id"),
                document.getString("owner"),
                document.getLong("version"),
                document.getLong("position"),
                segments);
    }
}
