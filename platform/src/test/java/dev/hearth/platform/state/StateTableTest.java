package dev.hearth.platform.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.local.LocalKafka;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.KafkaCodec;
import dev.hearth.platform.fixture.Eventually;
import dev.hearth.platform.fixture.TestTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StateTableTest {
    private final TestTopic topic = TestTopic.compacted(4);
    private final StateTable<String, String> table = new StateTable<>(topic.name(), TestTopic.kafka(), new Words());

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void isReadyWhenItHasReadWhatWasThere() {
        topic.send(IntStream.range(0, 3000)
                .mapToObj(i -> state("key-" + i % 1000, i + 1, "word-" + i))
                .toList());
        assertThat(table.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);

        table.start();
        Eventually.holds("it is ready", table::isReady);

        assertThat(table.size()).isEqualTo(1000);
        assertThat(table.find("key-7")).contains("word-2007");
        assertThat(table.find("key-1000")).isEmpty();
        assertThat(table.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    }

    @Test
    void isReadyAtOnceWhereThereIsNothingYet() {
        table.start();

        Eventually.holds("it is ready", table::isReady);
    }

    @Test
    void followsChangesAndForgetsWhatIsErased() {
        table.start();
        topic.send(List.of(state("a", 1, "old"), state("b", 1, "erased")));
        topic.send(List.of(state("a", 2, "new"), state("b", 2, null)));

        Eventually.holds("the change is seen", () -> table.find("a").equals(java.util.Optional.of("new")));
        Eventually.holds("the erased one is gone", () -> table.find("b").isEmpty());
    }

    @Test
    void keepsTheNewerVersionWhenAnOlderOneComesAgain() {
        table.start();
        topic.send(List.of(
                state("a", 2, "new"), state("a", 1, "old"), state("a", 1, null), state("a", 9, "end-mark-not-sent")));
        Eventually.holds("all is read", () -> table.find("a").equals(java.util.Optional.of("end-mark-not-sent")));
        topic.send(List.of(state("a", 3, "old"), state("a", 4, null), state("z", 1, "last")));
        Eventually.holds(
                "all is read",
                () -> table.find("z").isPresent() && table.find("a").isPresent());

        assertThat(table.find("a")).contains("end-mark-not-sent");
    }

    @Test
    void skipsARecordThatIsNoEventAndKeepsTheLastState() {
        table.start();
        topic.send(List.of(
                state("a", 1, "good"),
                new ProducerRecord<>(topic.name(), "a", "no event".getBytes(UTF_8)),
                state("a2", 1, "good")));

        Eventually.holds("what follows is read", () -> table.find("a2").isPresent());
        assertThat(table.find("a")).contains("good");
    }

    @Test
    void staysReadyWhileTheBrokerIsAwayAndGoesOnAfterwards() {
        topic.send(List.of(state("a", 1, "old")));
        table.start();
        Eventually.holds("it is ready", table::isReady);

        LocalKafka.shared().kill();
        Eventually.pause(Duration.ofSeconds(1));
        assertThat(table.isReady()).isTrue();
        assertThat(table.find("a")).contains("old");
        LocalKafka.shared().restart();
        topic.send(List.of(state("a", 2, "new")));

        Eventually.holds(
                "it goes on", Duration.ofSeconds(30), () -> table.find("a").equals(java.util.Optional.of("new")));
    }

    private ProducerRecord<String, byte @Nullable []> state(String key, long version, @Nullable String word) {
        return KafkaCodec.toRecord(new CloudEvent(
                topic.name(),
                key,
                UUID.randomUUID().toString(),
                "/test-service",
                "dev.hearth.test.v1",
                null,
                Instant.parse("2026-03-01T10:00:00Z"),
                "acme",
                version,
                null,
                null,
                null,
                word == null ? null : word.getBytes(UTF_8)));
    }

    private static final class Words implements StateReader<String, String> {
        @Override
        public String key(String recordKey) {
            return recordKey;
        }

        @Override
        public boolean reads(String type) {
            return type.equals("dev.hearth.test.v1");
        }

        @Override
        public String value(CloudEvent event) {
            return new String(Objects.requireNonNull(event.data()), UTF_8);
        }
    }
}
