package dev.hearth.analytics.segment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.ReplaceOptions;
import dev.hearth.analytics.activity.Positions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;

/** The chains of all partitions, a document each. */
final class Chains {
    private final ReactiveMongoCollection<Document> documents;

    Chains(ReactiveMongoCollection<Document> documents) {
        this.documents = documents;
    }

    Uni<Optional<Chain>> find(ChainId id) {
        return documents
                .find(eq("_id", id.text()))
                .collect()
                .first()
                .map(found -> Optional.ofNullable(found).map(Chains::chain));
    }

    /** Makes {@code owner} the one who may change the chain; a new chain if there is none. */
    Uni<Claim> claim(ChainId id, String owner) {
        return find(id).flatMap(found -> found.map(
                        before -> replace(before, before.ownedBy(owner)).map(chain -> new Claim(before.owner(), chain)))
                .orElseGet(() -> add(Chain.empty(id, owner)).map(chain -> new Claim("", chain))));
    }

    /** Makes {@code owner} the one who may change the chain, and the chain an empty one. */
    Uni<Chain> begin(ChainId id, String owner) {
        return claim(id, owner)
                .flatMap(claim -> replace(claim.chain(), claim.chain().emptied()));
    }

    /** Removes the chains of the generations {@code from} to {@code to - 1}. */
    Uni<Void> remove(int from, int to) {
        return documents
                .deleteMany(and(gte("_id", ChainId.prefix(from)), lt("_id", ChainId.prefix(to))))
                .replaceWithVoid();
    }

    /** Fails with {@link ChainLostException} unless what is stored is {@code before}. */
    Uni<Chain> replace(Chain before, Chain after) {
        return documents
                .replaceOne(
                        and(
                                eq("_id", before.id().text()),
                                eq("owner", before.owner()),
                                eq("version", before.version())),
                        document(after))
                .map(result -> {
                    if (result.getMatchedCount() == 0) {
                        throw new ChainLostException(before.id());
                    }
                    return after;
                });
    }

    private Uni<Chain> add(Chain chain) {
        // Not an insert: a repeat after a lost answer has to succeed.
        return documents
                .replaceOne(
                        and(eq("_id", chain.id().text()), eq("owner", chain.owner())),
                        document(chain),
                        new ReplaceOptions().upsert(true))
                .replaceWith(chain);
    }

    private static Document document(Chain chain) {
        List<Document> segments = chain.segments().stream()
                .map(segment -> new Document("id", segment.id())
                        .append("from", document(segment.from()))
                        .append("to", document(segment.to()))
                        .append("level", segment.level())
                        .append("parts", segment.parts()))
                .toList();
        return new Document("_id", chain.id().text())
                .append("owner", chain.owner())
                .append("version", chain.version())
                .append("positions", document(chain.positions()))
                .append("segments", segments);
    }

    private static Chain chain(Document document) {
        List<Segment> segments = document.getList("segments", Document.class).stream()
                .map(segment -> new Segment(
                        segment.getString("id"),
                        positions(segment, "from"),
                        positions(segment, "to"),
                        segment.getInteger("level"),
                        segment.getInteger("parts")))
                .toList();
        return new Chain(
                ChainId.of(document.getString("_id")),
                document.getString("owner"),
                document.getLong("version"),
                positions(document, "positions"),
                segments);
    }

    /** As a list: a topic's name has dots, which the name of a field should not have. */
    private static List<Document> document(Positions positions) {
        return positions.offsets().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new Document("topic", each.getKey()).append("offset", each.getValue()))
                .toList();
    }

    private static Positions positions(Document document, String field) {
        return new Positions(document.getList(field, Document.class).stream()
                .collect(Collectors.toMap(each -> each.getString("topic"), each -> each.getLong("offset"))));
    }

    /**
     * A chain that was taken.
     *
     * @param before who had it; empty if nobody did
     * @param chain as it is now
     */
    record Claim(String before, Chain chain) {}
}
