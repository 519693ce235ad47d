package dev.hearth.analytics.segment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import dev.hearth.analytics.activity.Additions;
import dev.hearth.analytics.activity.Positions;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The segments of all partitions. A segment never changes once a chain names it. */
final class Segments {
    private final ReactiveMongoCollection<Document> documents;
    private final Supplier<UUID> ids;
    private final int maxBytes;

    Segments(ReactiveMongoCollection<Document> documents, Supplier<UUID> ids, int maxBytes) {
        this.documents = documents;
        this.ids = ids;
        this.maxBytes = maxBytes;
    }

    /** Writes additions; they count when a chain names the segment. */
    Uni<Segment> add(ChainId chain, Positions from, Positions to, int level, Additions additions) {
        String id = prefix(chain) + ids.get();
        List<Document> parts = SegmentDocuments.write(id, additions, maxBytes);
        return Multi.createFrom()
                .iterable(parts)
                .onItem()
                .transformToUniAndConcatenate(this::put)
                .collect()
                .last()
                .replaceWith(() -> new Segment(id, from, to, level, parts.size()));
    }

    /** What a segment added; empty if the store has lost any part of it. */
    Uni<Optional<Additions>> find(Segment segment) {
        return documents
                .find(in("_id", segment.partIds()))
                .collect()
                .asMap(part -> part.getString("_id"), Function.identity())
                .map(found -> inOrder(segment, found));
    }

    /** Those of {@code segments} that the store has lost wholly or in part. */
    Uni<Set<Segment>> lost(List<Segment> segments) {
        List<String> needed =
                segments.stream().flatMap(segment -> segment.partIds().stream()).toList();
        return ids(in("_id", needed))
                .map(found -> segments.stream()
                        .filter(segment -> !found.containsAll(segment.partIds()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    Uni<Void> remove(List<Segment> segments) {
        return remove(segments.stream()
                .flatMap(segment -> segment.partIds().stream())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Removes what no chain names: left by writers that did not come to their end. */
    Uni<Void> removeAllBut(Chain chain) {
        Set<String> kept = chain.segments().stream()
                .flatMap(segment -> segment.partIds().stream())
                .collect(Collectors.toUnmodifiableSet());
        String prefix = prefix(chain.id());
        return ids(and(gte("_id", prefix), lt("_id", prefix + Character.MAX_VALUE)))
                .map(all -> all.stream().filter(id -> !kept.contains(id)).collect(Collectors.toUnmodifiableSet()))
                .flatMap(this::remove);
    }

    /** Removes those of the generations {@code from} to {@code to - 1}. */
    Uni<Void> remove(int from, int to) {
        return documents
                .deleteMany(and(gte("_id", ChainId.prefix(from)), lt("_id", ChainId.prefix(to))))
                .replaceWithVoid();
    }

    private Uni<Void> put(Document part) {
        return documents
                .replaceOne(eq("_id", part.getString("_id")), part, new ReplaceOptions().upsert(true))
                .replaceWithVoid();
    }

    private Uni<Void> remove(Set<String> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : documents.deleteMany(in("_id", ids)).replaceWithVoid();
    }

    private Uni<Set<String>> ids(Bson filter) {
        return documents
                .find(filter, new FindOptions().projection(Projections.include("_id")))
                .map(found -> found.getString("_id"))
                .collect()
                .in(HashSet::new, Set::add);
    }

    private static Optional<Additions> inOrder(Segment segment, Map<String, Document> found) {
        return found.size() < segment.parts()
                ? Optional.empty()
                : Optional.of(SegmentDocuments.read(
                        segment.partIds().stream().map(found::get).toList()));
    }

    private static String prefix(ChainId chain) {
        return chain.text() + "/";
    }
}
