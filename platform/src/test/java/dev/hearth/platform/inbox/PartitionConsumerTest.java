package dev.hearth.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.local.LocalKafka;
import dev.hearth.platform.event.KafkaCodec;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.fixture.Eventually;
import dev.hearth.platform.fixture.Settings;
import dev.hearth.platform.fixture.TestDatabase;
import dev.hearth.platform.fixture.TestTopic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartitionConsumerTest {
    private static final String SERVICE = "incentive-service";
    private static final TestTopic DEAD_LETTERS = new TestTopic(Topics.deadLetter(SERVICE), 8);

    private final TestDatabase database = TestDatabase.fresh();
    private final TestTopic topic = TestTopic.fresh(4);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<PartitionConsumer<String>> consumers = new ArrayList<>();

    @BeforeEach
    void createTheEffects() {
        database.execute(Ledger.TABLE);
    }

    @AfterEach
    void close() {
        consumers.forEach(PartitionConsumer::close);
        database.close();
    }

    @Test
    void appliesEveryRecordOnceAndInOrderPerPartition() {
        send(words("word", 5000));
        start(ledger());

        eventuallyApplied(5000);

        assertAppliedOnceInOrder(words("word", 5000));
        Eventually.holds(
                "applied is counted",
                () -> registry.get("hearth.inbox.applied").counter().count() == 5000);
    }

    @Test
    void goesOnWhereTheStoreIsAfterARestart() {
        send(words("first", 500));
        start(ledger());
        eventuallyApplied(500);
        consumers.removeFirst().close();
        send(words("second", 500));

        start(ledger());
        eventuallyApplied(1000);

        assertAppliedOnceInOrder(Stream.concat(words("first", 500).stream(), words("second", 500).stream())
                .toList());
    }

    @Test
    void opensPartitionsAgainWhenAskedInTheMiddleOfBatchesAndAtRest() {
        AtomicInteger opened = new AtomicInteger();
        Ledger ledger = new Ledger(database, topic.name()) {
            @Override
            public Uni<Long> open(TopicPartition partition) {
                opened.incrementAndGet();
                return super.open(partition);
            }
        };
        start(ledger);
        send(words("word", 200));
        eventuallyApplied(200);
        assertThat(opened).hasValue(4);
        consumers.getFirst().reopen(1);
        Eventually.holds("it is opened again without a record", () -> opened.get() == 5);
        for (int part = 0; part < 20; part++) {
            send(words("part-" + part, 100));
            IntStream.range(0, 4).forEach(consumers.getFirst()::reopen);
        }
        eventuallyApplied(2200);
        assertThat(opened).hasValueGreaterThan(9);
        assertThat(database.count("effect")).isEqualTo(2200);
    }

    @Test
    void keepsARecordThatCannotBeReadAndGoesOn() {
        List<String> words = new ArrayList<>(words("word", 100));
        words.add(50, "unreadable-" + topic.name());
        send(words);
        start(ledger());

        eventuallyApplied(100);

        ConsumerRecord<String, byte[]> letter =
                letters("unreadable-" + topic.name(), 1).getFirst();
        assertThat(letter.key()).isEqualTo("key-" + 50 % 20);
        assertThat(header(letter, "note")).isEqualTo("of the source");
        assertThat(header(letter, KafkaCodec.TRACEPARENT))
                .isEqualTo("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        assertThat(header(letter, DeadLetters.TOPIC)).isEqualTo(topic.name());
        assertThat(header(letter, DeadLetters.REASON)).startsWith("this is not a word");
        assertThat(header(letter, DeadLetters.CAUSE)).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(header(letter, DeadLetters.PARTITION)).isNotNull();
        assertThat(header(letter, DeadLetters.OFFSET)).isNotNull();
    }

    @Test
    void keepsTheRecordsThatCannotBeAppliedAndAppliesAllOthersWithinASecond() {
        List<String> words = new ArrayList<>(words("word", 1000));
        words.add(10, "poison-a-" + topic.name());
        words.add(500, "poison-b-" + topic.name());
        words.add(500, "poison-c-" + topic.name());
        send(words);
        start(ledger());
        eventuallyApplied(1000);
        assertAppliedOnceInOrder(words("word", 1000));
        assertThat(letters("-" + topic.name(), 3)).hasSize(3);

        send(List.of("poison-d-" + topic.name(), "after"));
        Eventually.holds(
                "the poison stalls its partition for a second at most",
                Duration.ofSeconds(1),
                () -> database.count("effect") == 1001);
    }

    @Test
    void waitsForAStoreThatIsAwayAndLosesNothing() {
        AtomicBoolean away = new AtomicBoolean(true);
        Ledger ledger = new Ledger(database, topic.name()) {
            @Override
            Uni<Void> effects(SqlConnection connection, PartitionBatch<String> batch) {
                return away.get()
                        ? Uni.createFrom().failure(new IOException("the store is away"))
                        : super.effects(connection, batch);
            }
        };
        send(words("word", 200));
        start(ledger);
        Eventually.holds(
                "it is tried again",
                () -> registry.get("hearth.inbox.retried").counter().count() > 8);
        assertThat(database.count("effect")).isZero();

        away.set(false);

        eventuallyApplied(200);
        assertAppliedOnceInOrder(words("word", 200));
        assertThat(registry.get("hearth.inbox.dead.lettered").counter().count()).isZero();
    }

    @Test
    void appliesABatchOnceWhoseCommitSucceededWithoutAnAnswer() {
        AtomicInteger lost = new AtomicInteger();
        Ledger ledger = new Ledger(database, topic.name()) {
            @Override
            public Uni<Void> apply(PartitionBatch<String> batch) {
                Uni<Void> applied = super.apply(batch);
                return lost.incrementAndGet() <= 6
                        ? applied.onItem().failWith(() -> new IOException("the answer was lost"))
                        : applied;
            }
        };
        send(words("word", 2000));
        start(ledger);

        eventuallyApplied(2000);

        assertAppliedOnceInOrder(words("word", 2000));
    }

    @Test
    void sharesThePartitionsAndAppliesOnceWhileReplicasComeAndGo() {
        AtomicBoolean sending = new AtomicBoolean(true);
        List<String> sent = new ArrayList<>();
        Thread sender = Thread.ofPlatform().start(() -> {
            for (int round = 0; sending.get(); round++) {
                List<String> some = words("round-" + round, 100);
                send(some);
                sent.addAll(some);
            }
        });
        for (int i = 0; i < 3; i++) {
            start(ledger());
            Eventually.pause(Duration.ofMillis(700));
        }
        consumers.removeFirst().close();
        Eventually.pause(Duration.ofMillis(700));
        start(ledger());
        Eventually.pause(Duration.ofMillis(700));
        sending.set(false);
        join(sender);

        eventuallyApplied(sent.size());
        assertAppliedOnceInOrder(sent);
    }

    @Test
    void aZombieCannotMoveThePositionOfAPartitionThatItLost() {
        send(words("word", 10));
        start(ledger());
        eventuallyApplied(10);
        var partition = new org.apache.kafka.common.TopicPartition(topic.name(), 0);
        PartitionBatch<String> late = new PartitionBatch<>(partition, 0, 3, List.of());

        assertThat(new Ledger(database, topic.name())
                        .apply(late)
                        .onItem()
                        .transform(done -> "moved")
                        .onFailure(StalePositionException.class)
                        .recoverWithItem("refused")
                        .await()
                        .atMost(Duration.ofSeconds(5)))
                .isEqualTo("refused");
    }

    @Test
    void survivesABrokerThatIsKilledAndComesBack() {
        send(words("before", 200));
        start(ledger());
        eventuallyApplied(200);

        LocalKafka.shared().kill();
        LocalKafka.shared().restart();
        send(words("after", 200));

        Eventually.holds("all is applied", Duration.ofSeconds(40), () -> database.count("effect") == 400);
        assertAppliedOnceInOrder(Stream.concat(words("before", 200).stream(), words("after", 200).stream())
                .toList());
    }

    @Test
    void tellsHowFarItIs() {
        send(words("word", 100));
        Subscription subscription = subscription();
        ConsumerPositionTable table = new ConsumerPositionTable(topic.name());
        try (ConsumerPositions positions = new ConsumerPositions(subscription, () -> table.all(database.pool()))) {
            assertThat(TestDatabase.get(positions.now()).lag()).isEqualTo(100);
            assertThat(TestDatabase.get(positions.now()).partitions()).hasSize(4);

            start(ledger());
            eventuallyApplied(100);

            assertThat(TestDatabase.get(positions.now()).lag()).isZero();
        }
    }

    private Ledger ledger() {
        return new Ledger(database, topic.name());
    }

    private void start(Ledger ledger) {
        InboxConfig config =
                Settings.of(InboxConfig.class, Map.of("hearth.inbox.batch", "200", "hearth.inbox.prefetch", "400"));
        SimpleMeterRegistry meters = consumers.isEmpty() ? registry : new SimpleMeterRegistry();
        PartitionConsumer<String> consumer = new PartitionConsumer<>(subscription(), ledger, config, meters);
        consumers.add(consumer);
        consumer.start();
    }

    private Subscription subscription() {
        return new Subscription(SERVICE, topic.name(), Set.of(topic.name()), TestTopic.kafka());
    }

    private static List<String> words(String word, int count) {
        return IntStream.range(0, count).mapToObj(i -> word + "-" + i).toList();
    }

    /** Twenty keys, so that every partition has several. */
    private void send(List<String> words) {
        List<ProducerRecord<String, byte @Nullable []>> records = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            ProducerRecord<String, byte @Nullable []> sent = new ProducerRecord<>(
                    topic.name(), "key-" + i % 20, words.get(i).getBytes(UTF_8));
            sent.headers().add("note", "of the source".getBytes(UTF_8));
            sent.headers()
                    .add(
                            KafkaCodec.TRACEPARENT,
                            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".getBytes(UTF_8));
            records.add(sent);
        }
        topic.send(records);
    }

    private void eventuallyApplied(int count) {
        Eventually.holds(count + " are applied", Duration.ofSeconds(30), () -> database.count("effect") >= count);
    }

    /** Compares with what the topic holds, partition by partition. */
    private void assertAppliedOnceInOrder(List<String> words) {
        Map<Integer, List<String>> applied = new HashMap<>();
        database.select(
                        "select partition, word from effect order by nth",
                        row -> Map.entry(row.getInteger(0), row.getString(1)))
                .forEach(effect -> applied.computeIfAbsent(effect.getKey(), key -> new ArrayList<>())
                        .add(effect.getValue()));
        Map<Integer, List<String>> sent = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : topic.read(words.size())) {
            String word = new String(record.value(), UTF_8);
            if (!word.startsWith("poison") && !word.startsWith("unreadable")) {
                sent.computeIfAbsent(record.partition(), key -> new ArrayList<>())
                        .add(word);
            }
        }
        assertThat(applied).isEqualTo(sent);
        assertThat(applied.values().stream().mapToInt(List::size).sum()).isEqualTo(words.size());
    }

    private static List<ConsumerRecord<String, byte[]>> letters(String part, int count) {
        return DEAD_LETTERS.read(read -> ours(read, part).size() >= count, Duration.ofSeconds(10)).stream()
                .filter(letter -> new String(letter.value(), UTF_8).contains(part))
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> ours(List<ConsumerRecord<String, byte[]>> read, String part) {
        return read.stream()
                .filter(letter -> new String(letter.value(), UTF_8).contains(part))
                .toList();
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        return KafkaCodec.text(record.headers(), name);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
