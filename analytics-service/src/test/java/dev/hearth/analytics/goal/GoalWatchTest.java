package dev.hearth.analytics.goal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.AnalyticsStack;
import dev.hearth.analytics.World;
import dev.hearth.contract.signal.GoalStatusChanged;
import dev.hearth.local.LocalKafka;
import dev.hearth.local.test.TestTokens;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AnalyticsStack
class GoalWatchTest {
    @TestHTTPResource("/")
    URI service = URI.create("/");

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
    private final Map<String, ConsumerRecord<String, byte[]>> told = new LinkedHashMap<>();
    private World world;
    private KafkaConsumer<String, byte[]> consumer;
    private int records;

    @BeforeEach
    void play() {
        world = new World(service);
        consumer = consumer();
        world.community("watched");
        world.act("watched", "ada", null, "message.posted", today.minusDays(1));
        world.settle("watched");
    }

    @AfterEach
    void stop() {
        consumer.close();
        world.close();
    }

    @Test
    void aGoalThatFallsBehindAndIsThenReachedIsToldOfOnceEach() {
        set("talk", 3);
        set("easy", 1);
        World.eventually(() -> statuses("talk").equals(List.of("BEHIND")));
        World.eventually(() -> statuses("easy").equals(List.of("REACHED")));
        for (int number = 0; number < 2; number++) {
            world.act("watched", "bob", null, "message.posted", today);
        }
        world.settle("watched");
        World.eventually(() -> statuses("talk").equals(List.of("BEHIND", "REACHED")));

        // Two rounds later there is nothing new, not even a repeat.
        int before = records;
        long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        while (System.nanoTime() < end) {
            assertThat(statuses("talk")).containsExactly("BEHIND", "REACHED");
        }
        assertThat(records).isEqualTo(before);
        GoalStatusChanged behind = goals("talk").getFirst();
        assertThat(behind.since()).isBeforeOrEqualTo(today);
        assertThat(behind.value()).isEqualTo(1);
        assertThat(behind.target()).isEqualTo(3);
        assertThat(behind.expected()).isPositive();
        assertThat(told.values()).extracting(ConsumerRecord::key).containsOnly("watched");
    }

    private void set(String goal, int target) {
        String body = "{\"name\":\"%s\",\"metric\":\"EVENTS\",\"target\":%d,\"start\":\"%s\",\"end\":\"%s\"}"
                .formatted(goal, target, today.minusDays(9), today);
        given().header("Authorization", "Bearer " + TestTokens.with("watched", "analytics:write"))
                .contentType("application/json")
                .body(body)
                .put("/communities/watched/goals/" + goal)
                .then()
                .statusCode(201);
    }

    private List<String> statuses(String goal) {
        for (ConsumerRecord<String, byte[]> each : consumer.poll(Duration.ofMillis(200))) {
            if (isOurs(each)) {
                records++;
                told.putIfAbsent(header(each, "ce_id"), each);
            }
        }
        return goals(goal).stream().map(GoalStatusChanged::status).toList();
    }

    private List<GoalStatusChanged> goals(String goal) {
        return told.values().stream()
                .map(each -> ContractJson.read(Objects.requireNonNull(each.value()), GoalStatusChanged.class))
                .filter(each -> each.goal().equals(goal))
                .toList();
    }

    private static boolean isOurs(ConsumerRecord<String, byte[]> each) {
        return "watched".equals(each.key())
                && header(each, "ce_type")
                        .equals(CloudEvent.contractOf(GoalStatusChanged.class).type());
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
