package dev.hearth.analytics.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.AnalyticsStack;
import dev.hearth.analytics.WipedStore;
import dev.hearth.analytics.World;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.segment.ChainLostException;
import dev.hearth.analytics.segment.PartitionFollower;
import dev.hearth.analytics.segment.PartitionJournals;
import dev.hearth.local.LocalKafka;
import dev.hearth.local.LocalMongo;
import dev.hearth.platform.event.Topics;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The running service on a real broker and store, while these fail. */
@QuarkusTest
@AnalyticsStack
class EventConsumerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TestHTTPResource("/")
    URI service = URI.create("/");

    @Inject
    PartitionJournals journals;

    @Inject
    ReactiveMongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database = "";

    private World world;
    private Crowd crowd;
    private String community;

    @BeforeEach
    void settle() {
        community = "crowd-" + UUID.randomUUID();
        world = new World(service);
        world.community(community);
        world.group(community, "north");
        world.settle(community);
        crowd = new Crowd(community, world);
    }

    @AfterEach
    void stop() {
        if (!LocalMongo.shared().running()) {
            LocalMongo.shared().restart();
        }
        world.close();
    }

    @Test
    void repeatsInAnyOrderChangeNothing() {
        crowd.act(1500);
        crowd.repeatAll();
        world.settle(community);
        assertThat(crowd.served()).isEqualTo(crowd.expected());
        crowd.repeatAll();
        world.settle(community);
        assertThat(crowd.served()).isEqualTo(crowd.expected());
    }

    @Test
    void anEventIsReadSoonAfterItWasRecorded() {
        String question = "/communities/" + community + "/active-members?from=2026-03-14&to=2026-03-14";
        world.act(community, "warm-up", null, "post", LocalDate.parse("2026-03-14"));
        World.eventually(() -> world.get(question).getInt("items[0].activeMembers") == 1);
        Instant before = Instant.now();
        world.act(community, "ann", null, "post", LocalDate.parse("2026-03-14"));
        World.eventually(() -> world.get(question).getInt("items[0].activeMembers") == 2);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aRecordThatIsNoEventGoesToTheDeadLettersAndHoldsUpNobody() {
        String key = community + "/" + UUID.randomUUID();
        crowd.act(200);
        world.sendPoison(key);
        crowd.act(200);
        world.settle(community);
        assertThat(crowd.served()).isEqualTo(crowd.expected());
        assertThat(deadLetterReason(key)).contains("ce_id is missing");
    }

    @Test
    void answersFromMemoryWhileTheStoreIsAwayAndIsWholeAfterwards() {
        crowd.act(1000);
        world.settle(community);
        LocalMongo.shared().kill();
        crowd.act(1000);
        world.settle(community);
        assertThat(crowd.served()).isEqualTo(crowd.expected());
        LocalMongo.shared().restart();
        crowd.act(1000);
        world.settle(community);
        assertThat(crowd.served()).isEqualTo(crowd.expected());
        World.eventually(this::isStored);
    }

    @Test
    void rebuildsAWipedStoreByItselfAndServesNothingWrongMeanwhile() {
        crowd.act(1000);
        world.settle(community);
        List<Long> before = crowd.served();
        World.eventually(() -> stored().equals(before));
        WipedStore.wipe(mongo, database);
        crowd.repeatAll();
        for (int i = 0; i < 20; i++) {
            assertThat(crowd.served()).isEqualTo(before);
        }
        crowd.act(1000);
        world.settle(community);
        assertThat(crowd.served()).isEqualTo(crowd.expected());
        World.eventually(this::isStored);
    }

    @Test
    void givesWayToAnotherOwnerAndTakesThePartitionsBack() {
        crowd.act(1000);
        world.settle(community);
        // As another instance does that believes the partitions to be its own.
        for (int partition = 0; partition < partitions(); partition++) {
            var _ = journals.open(partition)
                    .onFailure(ChainLostException.class)
                    .retry()
                    .atMost(20)
                    .await()
                    .atMost(PATIENCE);
        }
        crowd.act(1000);
        world.settle(community);
        crowd.repeatAll();
        world.settle(community);
        assertThat(crowd.served()).isEqualTo(crowd.expected());
        World.eventually(this::isStored);
    }

    /** A partition whose writes were lost is opened again with its next event, so there have to be some. */
    private boolean isStored() {
        crowd.repeatSome();
        world.settle(community);
        return stored().equals(crowd.expected());
    }

    /** The figures of what another instance reads from the store. */
    private List<Long> stored() {
        List<PartitionFollower> followers =
                IntStream.range(0, partitions()).mapToObj(journals::follow).toList();
        followers.forEach(follower -> assertThat(
                        follower.refresh().replaceWith(true).await().atMost(PATIENCE))
                .isTrue());
        return crowd.figures(
                new Activity(followers.stream().map(PartitionFollower::activity).toList()));
    }

    private int partitions() {
        return world.positions().getList("partitions").size();
    }

    private static String deadLetterReason(String key) {
        try (KafkaConsumer<String, byte[]> letters = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", LocalKafka.shared().bootstrapServers(),
                        "group.id", UUID.randomUUID().toString(),
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            letters.subscribe(List.of(Topics.deadLetter("analytics-service")));
            Instant end = Instant.now().plus(PATIENCE);
            while (Instant.now().isBefore(end)) {
                for (var letter : letters.poll(Duration.ofMillis(200))) {
                    if (key.equals(letter.key())) {
                        return new String(
                                letter.headers()
                                        .lastHeader("dead-letter-reason")
                                        .value(),
                                StandardCharsets.UTF_8);
                    }
                }
            }
        }
        return "no dead letter of " + key;
    }
}
