package dev.hearth.analytics.segment;

import com.mongodb.reactivestreams.client.MongoClients;
import dev.hearth.local.LocalMongo;
import io.quarkus.mongodb.impl.ReactiveMongoClientImpl;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The real store, in which any write can be the last one, and which can fall back to how it was after any write. */
final class UnsteadyStore {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<String> WRITES = Set.of("replaceOne", "deleteMany");
    private static final AtomicInteger STORES = new AtomicInteger();
    private static final ReactiveMongoClient CLIENT =
            new ReactiveMongoClientImpl(MongoClients.create(LocalMongo.shared().connectionString()));

    private final ReactiveMongoDatabase database = CLIENT.getDatabase("unsteady_" + STORES.incrementAndGet());
    private final ReactiveMongoCollection<Document> chains = database.getCollection("chains");
    private final ReactiveMongoCollection<Document> segments = database.getCollection("segments");
    private final ReactiveMongoCollection<Document> generations = database.getCollection("generations");
    private int segmentsRead;
    private int writes;
    private int lastWrite = Integer.MAX_VALUE;
    private boolean lastTakesEffect;
    private @Nullable List<Snapshot> snapshots;

    PartitionJournal open() {
        return open("owner-" + STORES.incrementAndGet());
    }

    PartitionJournal open(String owner) {
        return await(PartitionJournal.open(
                new Chains(unsteady(chains, false)),
                new Segments(unsteady(segments, true), UUID::randomUUID, 600),
                2,
                new ChainId(1, 7),
                owner,
                Copy.NONE));
    }

    /** All of it, as a service has it that starts now. */
    AnalyticsStore kept() {
        return new AnalyticsStore(
                new Lineages(unsteady(generations, false)),
                new Chains(unsteady(chains, false)),
                new Segments(unsteady(segments, true), UUID::randomUUID, 600));
    }

    /** How often segments were read since the last call. */
    int segmentsRead() {
        int read = segmentsRead;
        segmentsRead = 0;
        return read;
    }

    List<Document> chains() {
        return all(chains);
    }

    PartitionFollower follow() {
        return new PartitionFollower(
                new Chains(chains),
                new Segments(segments, UUID::randomUUID, 600),
                () -> Uni.createFrom().item(new ChainId(1, 7)));
    }

    /** From write number {@code write} on, 1 or more, every write fails; that one may take effect all the same. */
    void failFrom(int write, boolean takesEffect) {
        writes = 0;
        lastWrite = write;
        lastTakesEffect = takesEffect;
    }

    void recover() {
        lastWrite = Integer.MAX_VALUE;
    }

    int writes() {
        return writes;
    }

    List<Document> segments() {
        return all(segments);
    }

    /** From now on remembers the state before each write. */
    void remember() {
        snapshots = new ArrayList<>();
    }

    /** Forgets the last {@code count} writes, as the store does when it is killed. */
    void loseWrites(int count) {
        List<Snapshot> taken = Objects.requireNonNull(snapshots);
        Snapshot back = taken.get(Math.max(0, taken.size() - count));
        restore(chains, back.chains);
        restore(segments, back.segments);
    }

    void lose(String segmentPart) {
        var _ = await(segments.deleteOne(new Document("_id", segmentPart)));
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    static void finish(Uni<Void> uni) {
        var _ = await(uni.replaceWith(true));
    }

    @SuppressWarnings("unchecked")
    private ReactiveMongoCollection<Document> unsteady(ReactiveMongoCollection<Document> real, boolean isOfSegments) {
        return (ReactiveMongoCollection<Document>) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ReactiveMongoCollection.class},
                (proxy, method, arguments) -> WRITES.contains(method.getName())
                        ? Uni.createFrom().deferred(() -> write(real, method, arguments))
                        : read(real, method, arguments, isOfSegments));
    }

    private Object read(
            ReactiveMongoCollection<Document> real, Method method, Object[] arguments, boolean isOfSegments) {
        // With options, only ids are read.
        if (isOfSegments && method.getName().equals("find") && arguments.length == 1) {
            segmentsRead++;
        }
        return invoke(real, method, arguments);
    }

    private Uni<Object> write(ReactiveMongoCollection<Document> real, Method method, Object[] arguments) {
        writes++;
        if (snapshots != null) {
            snapshots.add(new Snapshot(all(chains), all(segments)));
        }
        if (writes < lastWrite) {
            return invoke(real, method, arguments);
        }
        Uni<Object> failure = Uni.createFrom().failure(new IOException("the connection broke"));
        return writes == lastWrite && lastTakesEffect
                ? UnsteadyStore.<Uni<Object>>invoke(real, method, arguments).flatMap(done -> failure)
                : failure;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T invoke(ReactiveMongoCollection<Document> real, Method method, Object[] arguments) {
        try {
            return (T) method.invoke(real, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Document> all(ReactiveMongoCollection<Document> collection) {
        return await(collection.find().collect().asList());
    }

    private static void restore(ReactiveMongoCollection<Document> collection, List<Document> documents) {
        var _ = await(collection.deleteMany(new Document()));
        if (!documents.isEmpty()) {
            var _ = await(collection.insertMany(documents));
        }
    }

    private record Snapshot(List<Document> chains, List<Document> segments) {}
}
