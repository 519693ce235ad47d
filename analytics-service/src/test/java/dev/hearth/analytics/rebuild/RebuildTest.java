package dev.hearth.analytics.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.hearth.analytics.AnalyticsStack;
import dev.hearth.analytics.WipedStore;
import dev.hearth.analytics.World;
import dev.hearth.analytics.activity.Deeds;
import dev.hearth.analytics.projection.ActivityProjection;
import dev.hearth.analytics.projection.Crowd;
import dev.hearth.contract.signal.DriftFound;
import dev.hearth.local.LocalKafka;
import dev.hearth.local.test.TestTokens;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.KafkaCodec;
import dev.hearth.platform.event.Topics;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
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
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The running service: what is served is compared with the topics, and rebuilt from them. */
@QuarkusTest
@AnalyticsStack
@TestProfile(RebuildTest.Slowly.class)
class RebuildTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TestHTTPResource("/")
    URI service = URI.create("/");

    @Inject
    ActivityProjection projection;

    @Inject
    ReactiveMongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database = "";

    private World world;
    private Crowd crowd;
    private String community;

    @BeforeEach
    void settle() {
        community = "rebuilt-" + UUID.randomUUID();
        world = new World(service);
        world.community(community);
        world.group(community, "north");
        world.settle(community);
        crowd = new Crowd(community, world);
    }

    @AfterEach
    void stop() {
        World.eventually(() -> world.get("/rebuilds?limit=1").getList("items.id", String.class).stream()
                .allMatch(this::hasEnded));
        World.eventually(this::isServingWhatWasSwitchedTo);
        world.close();
    }

    @Test
    void rebuildsWhileItServesAndGoesOnWithWhatWasRebuilt() {
        crowd.act(600);
        world.sendPoison(community + "/poison");
        crowd.repeatAll();
        world.settle(community);
        List<Long> before = crowd.served();
        int generation = generation();
        String rebuild = start("{}").path("id");
        while (!hasEnded(rebuild)) {
            assertThat(crowd.served()).isEqualTo(before);
        }
        JsonPath ended = world.get("/rebuilds/" + rebuild);
        assertThat(ended.getString("state")).isEqualTo("SWITCHED");
        assertThat(ended.getInt("drifts")).isZero();
        assertThat(ended.getString("rebuiltFingerprint")).isEqualTo(ended.getString("servedFingerprint"));
        assertThat(ended.getLong("recordsRead"))
                .isEqualTo(ended.getLong("recordsNoted"))
                .isGreaterThan(1200);
        assertThat(ended.getInt("partitionsCompared")).isEqualTo(ended.getInt("partitions"));
        assertThat(generation()).isGreaterThan(generation);
        World.eventually(() -> generationsOwned().equals(Set.of(generation())));
        assertThat(generationsStored()).containsExactly(generation());
        crowd.act(600);
        crowd.repeatAll();
        world.settle(community);
        assertThat(crowd.served()).isEqualTo(crowd.expected());
    }

    @Test
    void eventsDuringARebuildAreInNeitherTwiceNorLost() {
        crowd.act(400);
        String rebuild = start("").path("id");
        while (!hasEnded(rebuild)) {
            crowd.act(50);
        }
        assertThat(world.get("/rebuilds/" + rebuild).getString("state")).isEqualTo("SWITCHED");
        assertThat(world.get("/rebuilds/" + rebuild).getInt("drifts")).isZero();
        crowd.act(100);
        world.settle(community);
        assertThat(crowd.served()).isEqualTo(crowd.expected());
    }

    @Test
    void aStoreThatIsWipedAfterASwitchIsFilledAgainAndNothingWrongIsServedMeanwhile() {
        crowd.act(300);
        world.settle(community);
        List<Long> before = crowd.served();
        var _ = switched(start("").path("id"));
        WipedStore.wipe(mongo, database);
        // The generation that counts is the first again; nobody has to send an event for that to be seen.
        List<List<Long>> meanwhile = new ArrayList<>();
        World.eventually(() -> {
            meanwhile.add(crowd.served());
            return generationsOwned().equals(Set.of(1)) && generationsStored().equals(List.of(1));
        });
        assertThat(meanwhile).containsOnly(before);
        crowd.act(300);
        crowd.repeatAll();
        world.settle(community);
        assertThat(crowd.served()).isEqualTo(crowd.expected());
        var _ = switched(start("").path("id"));
        assertThat(generation()).isGreaterThan(1);
        assertThat(crowd.served()).isEqualTo(crowd.expected());
    }

    @Test
    void tellsADriftAndMendsIt() {
        crowd.act(300);
        world.settle(community);
        List<Long> right = crowd.served();
        // As a fault would do it that nobody knows of: an act that no topic has.
        projection
                .activityOf(3)
                .orElseThrow()
                .add(List.of(Deeds.act(community, "ghost", null, "post", LocalDate.parse("2026-03-01"))));
        assertThat(crowd.served()).isNotEqualTo(right);
        String verified = finished(start("{\"switch\": false}").path("id"), "VERIFIED");
        assertThat(world.get("/rebuilds/" + verified).getList("drifted")).containsExactly(community + "/3");
        assertThat(crowd.served()).isNotEqualTo(right);
        var _ = finished(start("{\"switch\": false}").path("id"), "VERIFIED");
        String rebuilt = switched(start("{\"switch\": true}").path("id"));
        assertThat(world.get("/rebuilds/" + rebuilt).getInt("drifts")).isEqualTo(1);
        World.eventually(() -> crowd.served().equals(right));
        List<CloudEvent> told = signals(4);
        assertThat(told).hasSize(3);
        assertThat(told.get(1).id()).isEqualTo(told.get(0).id());
        assertThat(told.get(2).id()).isNotEqualTo(told.get(0).id());
        DriftFound drift = ContractJson.read(Objects.requireNonNull(told.get(2).data()), DriftFound.class);
        assertThat(drift.partition()).isEqualTo(3);
        assertThat(drift.servedActs()).isEqualTo(drift.rebuiltActs() + 1);
        assertThat(drift.mended()).isTrue();
    }

    @Test
    void oneAtATimeAndItMayBeCancelled() {
        // At the test's rate of reading it takes a second at least.
        crowd.act(1500);
        world.settle(community);
        Response first = start("{\"switch\": false}");
        assertThat(first.header("Location")).endsWith("/rebuilds/" + first.path("id"));
        assertThat((String) start("{\"switch\": true}").path("id")).isEqualTo(first.path("id"));
        given().auth()
                .oauth2(TestTokens.all())
                .post("/rebuilds/" + first.path("id") + "/cancellations")
                .then()
                .statusCode(202);
        String id = finished(first.path("id"), "CANCELLED");
        given().auth()
                .oauth2(TestTokens.all())
                .post("/rebuilds/" + id + "/cancellations")
                .then()
                .statusCode(202)
                .body("state", equalTo("CANCELLED"));
        given().auth()
                .oauth2(TestTokens.all())
                .get("/rebuilds?limit=5")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        assertThat((String) start("{\"switch\": false}").path("id")).isNotEqualTo(id);
    }

    @Test
    void onlyOperatorsRebuildAndOnlyWhatIsKnownIsTold() {
        assertThat(given().auth()
                        .oauth2(TestTokens.with(community, "operations:read"))
                        .post("/rebuilds")
                        .statusCode())
                .isEqualTo(403);
        for (String id : List.of(UUID.randomUUID().toString(), "last")) {
            given().auth()
                    .oauth2(TestTokens.all())
                    .get("/rebuilds/" + id)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/unknown-rebuild"));
        }
    }

    private Response start(String body) {
        Response answer = given().baseUri(service.toString())
                .auth()
                .oauth2(TestTokens.all())
                .contentType("application/json")
                .body(body)
                .post("/rebuilds");
        answer.then().statusCode(202);
        return answer;
    }

    private boolean hasEnded(String rebuild) {
        String state = world.get("/rebuilds/" + rebuild).getString("state");
        return !Set.of("RUNNING", "VERIFYING").contains(state);
    }

    private String finished(String rebuild, String state) {
        World.eventually(() -> hasEnded(rebuild));
        JsonPath ended = world.get("/rebuilds/" + rebuild);
        assertThat(ended.getString("state")).as(ended.prettify()).isEqualTo(state);
        return rebuild;
    }

    /** The switch is one write; instances look for it every second. */
    private String switched(String rebuild) {
        var _ = finished(rebuild, "SWITCHED");
        World.eventually(this::isServingWhatWasSwitchedTo);
        return rebuild;
    }

    private boolean isServingWhatWasSwitchedTo() {
        return all("generations").stream()
                .allMatch(lineage -> generationsOwned().equals(Set.of(lineage.getInteger("current"))));
    }

    private int generation() {
        return all("generations").getFirst().getInteger("current");
    }

    private Set<Integer> generationsOwned() {
        return Set.copyOf(projection.generations());
    }

    private List<Integer> generationsStored() {
        return all("chains").stream()
                .map(chain -> Integer.parseInt(chain.getString("_id").substring(0, 6)))
                .distinct()
                .toList();
    }

    private List<Document> all(String collection) {
        return mongo.getDatabase(database)
                .getCollection(collection)
                .find()
                .collect()
                .asList()
                .await()
                .atMost(PATIENCE);
    }

    /** The signals about this community: as many as that, or as came in time. */
    private List<CloudEvent> signals(int most) {
        List<CloudEvent> told = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> signals = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", LocalKafka.shared().bootstrapServers(),
                        "group.id", UUID.randomUUID().toString(),
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            signals.subscribe(List.of(Topics.SIGNAL));
            Instant end = Instant.now().plusSeconds(5);
            while (told.size() < most && Instant.now().isBefore(end)) {
                for (var signal : signals.poll(Duration.ofMillis(200))) {
                    if (community.equals(signal.key())) {
                        told.add(KafkaCodec.fromRecord(signal));
                    }
                }
            }
        }
        return told;
    }

    /** So that what only verifies is still under way when it is asked about. */
    public static final class Slowly implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("hearth.rebuilds.verify-rate", "3000");
        }
    }
}
