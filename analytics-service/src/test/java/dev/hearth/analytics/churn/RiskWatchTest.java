package dev.hearth.analytics.churn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.AnalyticsStack;
import dev.hearth.analytics.World;
import dev.hearth.contract.signal.ChurnLevel;
import dev.hearth.contract.signal.ChurnRisk;
import dev.hearth.local.LocalKafka;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.Topics;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Ada is there every day, bob has been silent for 20 days, and so has an account that operators run; in another
 * community everybody has.
 */
@QuarkusTest
@AnalyticsStack
class RiskWatchTest {
    @TestHTTPResource("/")
    URI service = URI.create("/");

    private World world;
    private LocalDate today = LocalDate.EPOCH;
    private final Map<String, ConsumerRecord<String, byte[]>> told = new LinkedHashMap<>();
    private KafkaConsumer<String, byte[]> consumer;

    @BeforeEach
    void play() {
        world = new World(service);
        today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        consumer = consumer();
        world.community("aside");
        world.community("leaving");
        world.member("leaving", "planted", 0, Set.of(), true);
        for (int ago = 59; ago >= 0; ago--) {
            world.act("leaving", "ada", null, "message.posted", today.minusDays(ago));
            if (ago > 19) {
                world.act("leaving", "bob", null, "message.posted", today.minusDays(ago));
                world.act("leaving", "planted", null, "message.posted", today.minusDays(ago));
                world.act("aside", "bob", null, "message.posted", today.minusDays(ago));
            }
        }
        world.settle("aside");
        world.settle("leaving");
    }

    @AfterEach
    void stop() {
        consumer.close();
        world.close();
    }

    @Test
    void eachChangeOfBandIsToldOnceAndNothingIsConcludedWhereNobodyIsHeardOf() {
        World.eventually(() -> lastOfBob() == ChurnLevel.HIGH);
        for (int ago = 14; ago >= 0; ago--) {
            world.act("leaving", "bob", null, "message.posted", today.minusDays(ago));
        }
        world.settle("leaving");
        World.eventually(() -> lastOfBob() == ChurnLevel.LOW);

        assertThat(told.values()).extracting(ConsumerRecord::key).containsOnly("leaving/bob");
        ChurnLevel before = ChurnLevel.LOW;
        for (ChurnRisk risk : risks()) {
            assertThat(risk.before()).isEqualTo(before);
            assertThat(risk.band()).isNotEqualTo(before);
            before = risk.band();
        }
        ChurnRisk high = risks().stream()
                .filter(risk -> risk.band() == ChurnLevel.HIGH)
                .findFirst()
                .orElseThrow();
        assertThat(high.memberId()).isEqualTo("bob");
        assertThat(high.lastActiveDay()).isEqualTo(today.minusDays(20));
        assertThat(high.reasons().getFirst().sign()).isEqualTo("SILENCE");
    }

    private ChurnLevel lastOfBob() {
        for (ConsumerRecord<String, byte[]> each : consumer.poll(Duration.ofMillis(200))) {
            if (isOurs(each)) {
                // The same id is the same event: told again after a failure.
                told.putIfAbsent(header(each, "ce_id"), each);
            }
        }
        List<ChurnRisk> risks = risks();
        return risks.isEmpty() ? ChurnLevel.LOW : risks.getLast().band();
    }

    private static boolean isOurs(ConsumerRecord<String, byte[]> each) {
        String key = String.valueOf(each.key());
        return (key.startsWith("leaving/") || key.startsWith("aside/"))
                && header(each, "ce_type")
                        .equals(CloudEvent.contractOf(ChurnRisk.class).type());
    }

    private List<ChurnRisk> risks() {
        return new ArrayList<>(told.values())
                .stream()
                        .map(each -> ContractJson.read(Objects.requireNonNull(each.value()), ChurnRisk.class))
                        .toList();
    }

    private static String header(ConsumerRecord<String, byte[]> told, String name) {
        return new String(told.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", LocalKafka.shared().bootstrapServers(),
                        "group.id", UUID.randomUUID().toString(),
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.SIGNAL));
        return consumer;
    }
}
