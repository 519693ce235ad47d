package dev.hearth.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.KafkaCodec;
import dev.hearth.platform.fixture.Eventually;
import dev.hearth.platform.fixture.Settings;
import dev.hearth.platform.fixture.TestDatabase;
import dev.hearth.platform.fixture.TestTopic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Measures the relay by hand: commit → consumed latency at a gentle pace, and rows a second when a full outbox is
 * caught up. Not a test: run its {@code main} with the test class path.
 */
final class OutboxBenchmark {
    private static final Logger LOG = Logger.getLogger(OutboxBenchmark.class);
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final int LATENCY_EVENTS = 3000;
    private static final int CATCH_UP_ROWS = 200_000;

    private final TestDatabase database = TestDatabase.fresh();
    private final TestTopic topic = TestTopic.fresh(8);
    private final Map<String, Long> consumed = new ConcurrentHashMap<>();

    private volatile boolean listening;

    private OutboxBenchmark() {}

    public static void main(String[] arguments) throws InterruptedException {
        OutboxBenchmark benchmark = new OutboxBenchmark();
        for (int round = 0; round < ROUNDS; round++) {
            benchmark.latency();
            benchmark.catchUp();
        }
        Runtime.getRuntime().exit(0);
    }

    private void latency() throws InterruptedException {
        try (OutboxRelay relay = relay()) {
            Outbox outbox = new Outbox(relay::expect);
            Eventually.holds("active", relay::isActive);
            listening = true;
            CountDownLatch ready = new CountDownLatch(1);
            Thread consumer = Thread.ofPlatform().daemon().start(() -> consume(ready));
            ready.await();
            Map<String, Long> committed = new HashMap<>();
            for (int i = 0; i < LATENCY_EVENTS; i++) {
                CloudEvent event = event(i);
                TestDatabase.run(database.pool().withTransaction(connection -> outbox.add(connection, List.of(event))));
                committed.put(event.id(), System.nanoTime());
                relay.wake();
                Thread.sleep(4);
            }
            Eventually.holds("all are consumed", () -> consumed.keySet().containsAll(committed.keySet()));
            listening = false;
            consumer.join();
            long[] micros = committed.entrySet().stream()
                    .mapToLong(one -> Math.max(0, consumed.getOrDefault(one.getKey(), 0L) - one.getValue()) / 1000)
                    .sorted()
                    .toArray();
            LOG.infof(
                    "commit -> consumed: p50 %.1f ms, p99 %.1f ms, max %.1f ms of %d",
                    micros[micros.length / 2] / 1e3,
                    micros[micros.length * 99 / 100] / 1e3,
                    micros[micros.length - 1] / 1e3,
                    micros.length);
        }
    }

    private void catchUp() {
        Outbox outbox = new Outbox(() -> {});
        for (int i = 0; i < CATCH_UP_ROWS; i += 1000) {
            List<CloudEvent> events = new ArrayList<>();
            for (int j = 0; j < 1000; j++) {
                events.add(event(i + j));
            }
            TestDatabase.run(database.pool().withTransaction(connection -> outbox.add(connection, events)));
        }
        long start = System.nanoTime();
        Duration cpu = cpu();
        try (OutboxRelay relay = relay()) {
            relay.wake();
            Eventually.holds(
                    "the outbox is empty",
                    Duration.ofMinutes(2),
                    () -> database.select("select from outbox limit 1", row -> 1)
                            .isEmpty());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        LOG.infof(
                "catch-up: %d rows in %.1f s, %.0f rows/s, %.1f us of this process' CPU a row",
                CATCH_UP_ROWS,
                seconds,
                CATCH_UP_ROWS / seconds,
                cpu().minus(cpu).toNanos() / 1e3 / CATCH_UP_ROWS);
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private void consume(CountDownLatch ready) {
        Map<String, Object> settings = new HashMap<>(TestTopic.kafka());
        settings.put("auto.offset.reset", "latest");
        settings.put("fetch.max.wait.ms", 100);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition[] partitions = new TopicPartition[topic.partitions()];
            Arrays.setAll(partitions, i -> new TopicPartition(topic.name(), i));
            consumer.assign(List.of(partitions));
            consumer.seekToEnd(List.of(partitions));
            for (TopicPartition partition : partitions) {
                var _ = consumer.position(partition);
            }
            ready.countDown();
            while (listening) {
                for (ConsumerRecord<String, byte[]> read : consumer.poll(Duration.ofMillis(100))) {
                    consumed.put(String.valueOf(KafkaCodec.text(read.headers(), "ce_id")), System.nanoTime());
                }
            }
        }
    }

    private OutboxRelay relay() {
        RelayDatabase own = new RelayDatabase(
                database.vertx(),
                database.address().reactiveUrl(),
                database.address().user(),
                database.address().password());
        OutboxRelay relay = new OutboxRelay(
                own,
                TestTopic.kafka(),
                Settings.of(OutboxConfig.class, Map.of()),
                new RelayMeters(new SimpleMeterRegistry()));
        relay.start();
        return relay;
    }

    private CloudEvent event(int number) {
        String json = "{\"memberId\":\"m" + number % 10_000 + "\",\"transaction\":\"" + number
                + "\",\"currency\":\"points\",\"amount\":5,\"cause\":{\"rule\":\"messages\",\"ruleVersion\":3,\"sourceEvent\":\"e-"
                + number + "\"},\"localDate\":\"2026-03-01\"}";
        return OutboxEvents.event(
                topic.name(), "acme/m" + number % 10_000, number + 1, new String(json.getBytes(UTF_8), UTF_8));
    }
}
