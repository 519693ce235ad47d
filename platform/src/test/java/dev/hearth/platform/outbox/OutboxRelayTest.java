package dev.hearth.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.local.LocalKafka;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.KafkaCodec;
import dev.hearth.platform.fixture.Eventually;
import dev.hearth.platform.fixture.Settings;
import dev.hearth.platform.fixture.TestDatabase;
import dev.hearth.platform.fixture.TestTopic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {
    private static final String LOCK_HOLDER = """
            select l.pid from pg_locks l join pg_database d on d.oid = l.database
            where l.locktype = 'advisory' and l.granted and d.datname = current_database()
            """;

    private final TestDatabase database = TestDatabase.fresh();
    private final TestTopic topic = TestTopic.fresh(4);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<OutboxRelay> relays = new ArrayList<>();
    private final Outbox outbox = new Outbox(() -> relays.forEach(OutboxRelay::expect));

    @AfterEach
    void close() {
        relays.forEach(OutboxRelay::close);
        database.close();
    }

    @Test
    void sendsWhatWasCommittedInOrderPerKeyAndEmptiesTheOutbox() {
        var _ = relay();
        for (int round = 0; round < 50; round++) {
            commit(events(round, 20));
        }

        List<ConsumerRecord<String, byte[]>> read = topic.read(1000);

        assertOrdered(read, 1000);
        Eventually.holds("the outbox is empty", () -> database.count("outbox") == 0);
        Eventually.holds(
                "sent is counted",
                () -> registry.get("hearth.outbox.sent").counter().count() == 1000);
    }

    @Test
    void sendsHeadersAndTombstonesAsTheyAre() {
        var _ = relay();
        CloudEvent full = event("a", 7);
        CloudEvent tombstone = OutboxEvents.tombstone(topic.name(), "a", 8);
        commit(List.of(full, tombstone));

        List<CloudEvent> read =
                topic.read(2).stream().map(KafkaCodec::fromRecord).toList();

        assertThat(read).usingRecursiveComparison().isEqualTo(List.of(full, tombstone));
    }

    @Test
    void sendsNothingOfATransactionThatIsRolledBack() {
        var _ = relay();
        SqlConnection connection = database.connect();
        Transaction transaction = TestDatabase.get(connection.begin());
        TestDatabase.run(outbox.add(connection, List.of(event("a", 1))));
        TestDatabase.run(transaction.rollback());
        TestDatabase.run(connection.close());
        commit(List.of(event("b", 2)));

        assertThat(topic.read(read -> read.size() > 1, Duration.ofSeconds(1)))
                .extracting(ConsumerRecord::key)
                .containsExactly("b");
    }

    @Test
    void skipsNothingWhenTransactionsCommitOutOfOrder() {
        var _ = relay();
        SqlConnection early = database.connect();
        Transaction slow = TestDatabase.get(early.begin());
        TestDatabase.run(outbox.add(early, List.of(event("slow", 1))));
        commit(List.of(event("fast", 1)));
        assertThat(topic.read(1)).extracting(ConsumerRecord::key).containsExactly("fast");
        Eventually.holds("the fast one is deleted", () -> database.count("outbox") == 0);

        TestDatabase.run(slow.commit());
        TestDatabase.run(early.close());

        assertThat(topic.read(2)).extracting(ConsumerRecord::key).containsExactlyInAnyOrder("fast", "slow");
    }

    @Test
    void sendsAgainWithTheSameIdsWhatWasSentButNotDeleted() {
        commit(List.of(event("a", 1), event("a", 2)));
        SqlConnection blocker = database.connect();
        Transaction lock = TestDatabase.get(blocker.begin());
        TestDatabase.run(
                blocker.query("select from outbox for update").execute().replaceWithVoid());
        var _ = relay();
        assertThat(topic.read(2)).hasSize(2);

        // The rows are at Kafka and the delete waits for the lock: the relay's connection dies between the two.
        terminateLockHolder();
        TestDatabase.run(lock.rollback());
        TestDatabase.run(blocker.close());

        List<String> ids = topic.read(4).stream().map(OutboxRelayTest::id).toList();
        assertThat(ids).hasSize(4);
        assertThat(ids.subList(2, 4)).isEqualTo(ids.subList(0, 2));
        Eventually.holds("the outbox is empty", () -> database.count("outbox") == 0);
    }

    @Test
    void ofTwoRelaysOneIsActiveAndTheOtherTakesOverWhenItsConnectionDies() {
        OutboxRelay first = relay();
        Eventually.holds("the first is active", first::isActive);
        OutboxRelay second = relay();
        commit(events(0, 20));
        assertThat(topic.read(20)).hasSize(20);
        assertThat(second.isActive()).isFalse();

        first.close();
        Eventually.holds("the second took over", Duration.ofSeconds(3), second::isActive);
        commit(events(1, 20));

        assertOrdered(topic.read(40), 40);
        assertThat(first.isActive()).isFalse();
    }

    @Test
    void exactlyOneRelayIsActiveAgainAfterTheHoldersConnectionIsKilled() {
        OutboxRelay first = relay();
        OutboxRelay second = relay();
        Eventually.holds("one is active", () -> first.isActive() ^ second.isActive());
        AtomicBoolean writing = new AtomicBoolean(true);
        AtomicInteger written = new AtomicInteger();
        Thread writer = Thread.ofPlatform().start(() -> {
            while (writing.get()) {
                commit(events(written.getAndIncrement(), 20));
            }
        });

        for (int kill = 0; kill < 5; kill++) {
            Eventually.pause(Duration.ofMillis(300));
            terminateLockHolder();
            Eventually.holds("one is active", Duration.ofSeconds(3), () -> first.isActive() ^ second.isActive());
        }
        writing.set(false);
        join(writer);

        assertOrdered(topic.read(allOf(written.get() * 20), Duration.ofSeconds(20)), written.get() * 20);
    }

    @Test
    void deliversEverythingInOrderAfterABrokerThatWasKilledComesBack() {
        var _ = relay();
        commit(events(0, 20));
        assertThat(topic.read(20)).hasSize(20);
        AtomicBoolean writing = new AtomicBoolean(true);
        AtomicInteger written = new AtomicInteger(1);
        Thread writer = Thread.ofPlatform().start(() -> {
            while (writing.get()) {
                commit(events(written.getAndIncrement(), 20));
                Eventually.pause(Duration.ofMillis(2));
            }
        });

        Eventually.pause(Duration.ofMillis(500));
        LocalKafka.shared().kill();
        Eventually.pause(Duration.ofSeconds(3));
        assertThat(database.count("outbox")).as("commits go on").isPositive();
        assertThat(relays.getFirst().isActive()).isTrue();
        LocalKafka.shared().restart();
        Eventually.pause(Duration.ofMillis(500));
        writing.set(false);
        join(writer);

        assertOrdered(topic.read(allOf(written.get() * 20), Duration.ofSeconds(40)), written.get() * 20);
        Eventually.holds("the outbox is empty", () -> database.count("outbox") == 0);
    }

    @Test
    void showsItsBacklogWhileTheBrokerIsAway() {
        RelayMeters meters = new RelayMeters(registry);
        var _ = relay(Map.of("bootstrap.servers", "127.0.0.1:1"), meters);
        commit(List.of(event("a", 1), event("a", 2)));

        Eventually.holds(
                "the rows are counted",
                () -> registry.get("hearth.outbox.rows").gauge().value() == 2);
        assertThat(registry.get("hearth.outbox.lag.seconds").gauge().value()).isPositive();
        Eventually.holds(
                "the failure is shown",
                () -> "TimeoutException"
                        .equals(meters.call().getData().orElseThrow().get("failure")));
        assertThat(meters.call().getStatus().name()).isEqualTo("UP");
    }

    private OutboxRelay relay() {
        return relay(TestTopic.kafka(), new RelayMeters(relays.isEmpty() ? registry : new SimpleMeterRegistry()));
    }

    private OutboxRelay relay(Map<String, Object> kafka, RelayMeters meters) {
        RelayDatabase own = new RelayDatabase(
                database.vertx(),
                database.address().reactiveUrl(),
                database.address().user(),
                database.address().password());
        OutboxRelay relay = new OutboxRelay(own, kafka, Settings.of(OutboxConfig.class, Map.of()), meters);
        relays.add(relay);
        relay.start();
        return relay;
    }

    private void commit(List<CloudEvent> events) {
        TestDatabase.run(database.pool().withTransaction(connection -> outbox.add(connection, events)));
    }

    private void terminateLockHolder() {
        database.execute("select pg_terminate_backend(pid) from (" + LOCK_HOLDER + ") as holder");
    }

    /** Ten keys; per key the versions grow. */
    private List<CloudEvent> events(int round, int count) {
        List<CloudEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = round * count + i;
            events.add(event("key-" + number % 10, number + 1));
        }
        return events;
    }

    private CloudEvent event(String key, long version) {
        return OutboxEvents.event(topic.name(), key, version, "{\"n\":" + version + "}");
    }

    private static java.util.function.Predicate<List<ConsumerRecord<String, byte[]>>> allOf(int count) {
        return read -> read.size() >= count
                && read.stream().map(OutboxRelayTest::id).distinct().count() == count;
    }

    /** Every event is there, and per key the first appearances are in order. */
    private static void assertOrdered(List<ConsumerRecord<String, byte[]>> read, int count) {
        Map<String, Set<Long>> versions = new HashMap<>();
        Set<@Nullable String> ids = new LinkedHashSet<>();
        for (ConsumerRecord<String, byte[]> one : read) {
            ids.add(id(one));
            versions.computeIfAbsent(one.key(), key -> new LinkedHashSet<>())
                    .add(Long.valueOf(new String(one.value(), UTF_8).replaceAll("\\D", "")));
        }
        assertThat(ids).hasSize(count);
        versions.values().forEach(seen -> assertThat(new ArrayList<>(seen)).isSorted());
    }

    private static String id(ConsumerRecord<String, byte[]> read) {
        return KafkaCodec.fromRecord(read).id();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
