package dev.hearth.analytics.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.AnalyticsStack;
import dev.hearth.analytics.World;
import dev.hearth.contract.metric.MetricState;
import dev.hearth.local.LocalKafka;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.KafkaCodec;
import dev.hearth.platform.event.Topics;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** The running service: what hearth.metric has is what it serves, and nothing is told twice. */
@QuarkusTest
@AnalyticsStack
@TestProfile(MetricPublisherTest.Often.class)
class MetricPublisherTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-09");

    @TestHTTPResource("/")
    URI service = URI.create("/");

    @Test
    void comparesWithTheTopicAndTellsOnlyWhatHasChanged() {
        String community = "metric-" + UUID.randomUUID();
        try (World world = new World(service);
                KafkaConsumer<String, byte[]> topic = topic()) {
            world.community(community);
            world.act(community, "ada", "north", "post", MONDAY);
            world.act(community, "bob", null, "post", MONDAY);
            world.settle(community);
            List<CloudEvent> told = new ArrayList<>();
            String month = community + "/active-members/*/MONTH/2026-03";
            // Cells are spread over the topic's partitions: one may be read before another that was told earlier.
            World.eventually(() -> read(topic, community, told)
                    && last(told, month) == 2
                    && last(told, community + "/active-members/north/DAY/2026-03-09") == 1);
            // Every cell is compared again every three seconds.
            rest(topic, community, told);
            int once = told.size();
            assertThat(told.stream().map(CloudEvent::key).distinct()).hasSize(once);
            world.act(community, "cid", null, "post", MONDAY.minusDays(2));
            world.settle(community);
            World.eventually(() -> read(topic, community, told) && last(told, month) == 3);
            rest(topic, community, told);
            List<String> changed = told.subList(once, told.size()).stream()
                    .map(CloudEvent::key)
                    .toList();
            assertThat(changed)
                    .contains(month, community + "/active-members/*/DAY/2026-03-07")
                    .doesNotHaveDuplicates()
                    .noneMatch(key -> key.contains("/north/"))
                    .doesNotContain(community + "/active-members/*/DAY/2026-03-09");
            assertThat(told.getLast().aggregateVersion())
                    .isGreaterThan(told.getFirst().aggregateVersion());
            assertThat(world.get("/communities/" + community + "/active-members?period=MONTH")
                            .getInt("items[0].activeMembers"))
                    .isEqualTo(3);
            world.member(community, "bob", 0, Set.of(), true);
            World.eventually(() -> read(topic, community, told) && last(told, month) == 2);
        }
    }

    /** Long enough for several comparisons. */
    private static void rest(KafkaConsumer<String, byte[]> topic, String community, List<CloudEvent> told) {
        for (int i = 0; i < 35; i++) {
            assertThat(read(topic, community, told)).isTrue();
        }
    }

    private static boolean read(KafkaConsumer<String, byte[]> topic, String community, List<CloudEvent> told) {
        topic.poll(Duration.ofMillis(200)).forEach(record -> {
            if (record.key().startsWith(community + "/")) {
                told.add(KafkaCodec.fromRecord(record));
            }
        });
        return true;
    }

    private static int last(List<CloudEvent> told, String key) {
        return told.stream()
                .filter(event -> event.key().equals(key))
                .reduce((before, after) -> after)
                .map(event -> ContractJson.read(Objects.requireNonNull(event.data()), MetricState.class))
                .map(state -> Objects.requireNonNull(state.values().get("activeMembers"))
                        .intValueExact())
                .orElse(-1);
    }

    private static KafkaConsumer<String, byte[]> topic() {
        KafkaConsumer<String, byte[]> topic = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", LocalKafka.shared().bootstrapServers(),
                        "group.id", UUID.randomUUID().toString(),
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        topic.subscribe(List.of(Topics.METRIC));
        return topic;
    }

    public static final class Often implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("hearth.metrics.interval", "200ms", "hearth.metrics.compare-every", "3s");
        }
    }
}
