package dev.hearth.analytics.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.hearth.analytics.AnalyticsStack;
import dev.hearth.analytics.World;
import dev.hearth.contract.member.GroupState;
import dev.hearth.contract.signal.GroupCold;
import dev.hearth.local.LocalKafka;
import dev.hearth.local.test.TestTokens;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.event.Topics;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two groups alike for four weeks; one of them has been silent for the last seven hours. */
@QuarkusTest
@AnalyticsStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupHealthResourceTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String FLEET = "/communities/healthy/groups/health";

    @TestHTTPResource("/")
    URI service = URI.create("/");

    private World world;

    @BeforeAll
    void play() {
        world = new World(service);
        Events members = new Events("member-service", Clock.systemUTC());
        world.community("healthy");
        for (String group : List.of("busy", "quiet", "empty")) {
            world.send(members.of(
                    "healthy",
                    Topics.groupKey("healthy", group),
                    null,
                    1,
                    new GroupState("healthy", group, "A group", "Asia/Shanghai", "owner-of-" + group, 1)));
        }
        Instant now = Instant.now();
        // First, so that it is known whenever the other community's silence is told.
        mute(now);
        drowse(now);
        for (Instant at = now.minus(30, ChronoUnit.DAYS); at.isBefore(now); at = at.plus(10, ChronoUnit.MINUTES)) {
            act("busy", at);
            if (at.isBefore(now.minus(7, ChronoUnit.HOURS))) {
                act("quiet", at);
            }
        }
        world.settle("healthy");
    }

    /** Three groups that fell silent in the same minute: rather a source than the groups. */
    private void mute(Instant now) {
        List<String> groups = List.of("north", "south", "west");
        world.community("muted");
        groups.forEach(group -> world.group("muted", group));
        Instant end = now.minus(7, ChronoUnit.HOURS);
        for (Instant at = now.minus(30, ChronoUnit.DAYS); at.isBefore(end); at = at.plus(10, ChronoUnit.MINUTES)) {
            LocalDate day = LocalDate.ofInstant(at, ZONE);
            for (String group : groups) {
                world.act("muted", "ada", group, "message.posted", at, day);
            }
        }
        world.settle("muted");
    }

    /** A group that has been silent for three hours: not so long that it would be found cold as usual. */
    private void drowse(Instant now) {
        world.community("drowsy");
        world.group("drowsy", "nap");
        Instant end = now.minus(3, ChronoUnit.HOURS);
        for (Instant at = now.minus(30, ChronoUnit.DAYS); at.isBefore(end); at = at.plus(10, ChronoUnit.MINUTES)) {
            world.act("drowsy", "ada", "nap", "message.posted", at, LocalDate.ofInstant(at, ZONE));
        }
        world.settle("drowsy");
    }

    private void act(String group, Instant at) {
        String member = at.getEpochSecond() % 3600 < 600 ? "owner-of-busy" : "ada";
        world.act(
                "healthy", member, group, "message.posted", at, at.atZone(ZONE).toLocalDate());
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void aSilentGroupIsSignalledOnceAndTheOthersAreNot() {
        World.eventually(() -> "COLD".equals(of("quiet").getString("mood")));
        World.eventually(() -> !signals("healthy/").isEmpty());
        assertThat(signals("muted/")).as("an outage is not coldness").isEmpty();
        List<ConsumerRecord<String, byte[]>> told = signals("healthy/");
        assertThat(told).extracting(ConsumerRecord::key).containsOnly("healthy/quiet");
        assertThat(told.stream().map(GroupHealthResourceTest::id).distinct()).hasSize(1);
        GroupCold cold =
                ContractJson.read(Objects.requireNonNull(told.getFirst().value()), GroupCold.class);
        assertThat(cold.groupId()).isEqualTo("quiet");
        assertThat(cold.hours()).isEqualTo(6);
        assertThat(cold.acts()).isZero();
        assertThat(cold.expected().doubleValue()).isBetween(33.0, 39.0);
        assertThat(cold.lower()).isPositive();
        assertThat(cold.owner()).isEqualTo("owner-of-quiet");
        assertThat(of("busy").getString("mood")).isNull();
        assertThat(world.get(FLEET + "?outOfBand=true").getList("items.group")).containsExactly("quiet");
    }

    @Test
    void groupsStandBesideWhatTheyWereFourWeeksEarlier() {
        JsonPath fleet = world.get(FLEET + "?before=true");
        assertThat(fleet.getList("items.group")).contains("busy");
        String busy = "items.find { it.group == 'busy' }";
        // It was two days old then, so that weeks cannot be compared, and silent before.
        assertThat(fleet.<Object>get(busy + ".before.parts.activity")).isNull();
        assertThat(fleet.getFloat(busy + ".before.score")).isLessThan(fleet.getFloat(busy + ".score"));
        assertThat(fleet.getInt(busy + ".before.activeMembers")).isEqualTo(2);
        assertThat(fleet.getInt("items.find { it.group == 'empty' }.before.activeMembers"))
                .isZero();
        assertThat(world.get(FLEET).<Object>get("items[0].before")).isNull();
        assertThat(world.status(FLEET + "?before=perhaps")).isEqualTo(400);
    }

    @Test
    void ranksTheGroupsWithTheirPartsAndCoverage() {
        JsonPath fleet = world.get(FLEET);
        assertThat(fleet.getInt("groups")).isEqualTo(3);
        assertThat(fleet.getInt("uncovered")).isEqualTo(2);
        assertThat(fleet.getString("items[0].group")).isEqualTo("empty");
        assertThat(fleet.getFloat("items[0].parts.value")).isZero();
        JsonPath busy = of("busy");
        assertThat(busy.getFloat("parts.activity")).isBetween(95f, 100f);
        assertThat(busy.getFloat("parts.stickiness")).isEqualTo(100f);
        assertThat(busy.getFloat("value.silence")).isZero();
        assertThat(busy.getInt("activeMembers")).isEqualTo(2);
        LocalDate last = LocalDate.parse(busy.getString("lastDay"));
        assertThat(world.get("/communities/healthy/active-members/members?group=busy&from=" + last.minusDays(27)
                                + "&to=" + last)
                        .getInt("total"))
                .isEqualTo(2);
        assertThat(busy.getBoolean("covered")).isTrue();
        assertThat(world.get(FLEET + "?coverage=UNCOVERED").getList("items.group"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder("empty", "quiet");
    }

    @Test
    void tellsWhatIsUsualInEachHourOfTheWeek() {
        JsonPath busy = world.get("/communities/healthy/groups/busy/baseline");
        assertThat(busy.getString("zone")).isEqualTo("Asia/Shanghai");
        assertThat(busy.getList("items")).hasSize(168);
        assertThat(busy.getString("items[0].day")).isEqualTo("MONDAY");
        assertThat(busy.getInt("items[0].hour")).isZero();
        assertThat(busy.getString("items[167].day")).isEqualTo("SUNDAY");
        assertThat(busy.getInt("items[167].hour")).isEqualTo(23);
        // An act every ten minutes for thirty days.
        assertThat(busy.getList("items.expected", Float.class))
                .allSatisfy(acts -> assertThat(acts).isBetween(5f, 7f));
        assertThat(busy.getList("items.weeks", Integer.class))
                .allSatisfy(weeks -> assertThat(weeks).isBetween(3, 5));
        assertThat(busy.getInt("items[50].upper")).isGreaterThan(6);
        assertThat(world.get("/communities/healthy/groups/empty/baseline").getList("items.expected"))
                .hasSize(168)
                .containsOnlyNulls();
    }

    @Test
    void goesOnWhereThePageBeforeEnded() {
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonPath page = world.get(FLEET + "?sort=VALUE&limit=1&cursor=" + next);
            seen.addAll(page.getList("items.group"));
            next = page.getString("next");
        } while (next != null);
        assertThat(seen)
                .containsExactlyElementsOf(world.get(FLEET + "?sort=VALUE").getList("items.group"));
        assertThat(seen).hasSize(3);
    }

    @Test
    void weighsAsTheCommunitySays() {
        assertThat(put("healthy", "{\"scoreWeights\": {\"value\": 1}}", "*").getInt("version"))
                .isPositive();
        JsonPath busy = of("busy");
        assertThat(busy.getFloat("score")).isEqualTo(busy.getFloat("parts.value"));
        assertThat(put(
                                "healthy",
                                "{\"scoreWeights\": {\"activity\": 1}, \"kinds\": {\"advertising\": [\"message.posted\"]}}",
                                "*")
                        .getInt("version"))
                .isPositive();
        assertThat(of("busy").getFloat("value.advertising")).isEqualTo(1f);
        assertThat(put("healthy", "{}", "*").getInt("answerHours")).isEqualTo(24);
    }

    @Test
    void whatIsFoundFollowsTheBandThatTheCommunitySays() {
        // All groups are looked at in one round, and the other community's silence was heard of later.
        World.eventually(() -> "COLD".equals(of("quiet").getString("mood")));
        String nap = "/communities/drowsy/groups/nap/health";
        assertThat(world.get(nap).getString("mood")).isNull();
        int before = world.get("/communities/drowsy/groups/nap/baseline").getInt("items[0].lower");

        JsonPath said = put("drowsy", "{\"detection\": {\"coldHours\": 3, \"coldShare\": 0.01}}", "*");

        assertThat(said.getInt("detection.coldHours")).isEqualTo(3);
        assertThat(said.getDouble("detection.coldShare")).isEqualTo(0.01);
        assertThat(said.getDouble("detection.floodShare")).isEqualTo(1e-6);
        assertThat(said.getDouble("detection.endShare")).isEqualTo(0.01);
        assertThat(said.getInt("detection.leastWeeks")).isEqualTo(3);
        assertThat(world.get("/communities/drowsy/groups/nap/baseline").getInt("items[0].lower"))
                .isGreaterThan(before);
        World.eventually(() -> "COLD".equals(world.get(nap).getString("mood")));
        World.eventually(() -> !signals("drowsy/").isEmpty());
        byte[] told = signals("drowsy/").getFirst().value();
        assertThat(ContractJson.read(Objects.requireNonNull(told), GroupCold.class)
                        .hours())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"scoreWeights": {"activity": -1}}             | /scoreWeights/activity
            {"scoreWeights": {"activity": 0}}              | /scoreWeights
            {"valueWeights": {"silence": 1001}}            | /valueWeights/silence
            {"kinds": {"asking": ["a b"]}}                 | /kinds/asking/0
            {"answerHours": 0}                             | /answerHours
            {"operatorDays": 29}                           | /operatorDays
            {"detection": {"weeks": 12}}                   | /detection/weeks
            {"detection": {"weeks": 4, "leastWeeks": 5}}   | /detection/leastWeeks
            {"detection": {"coldHours": 0}}                | /detection/coldHours
            {"detection": {"floodHours": 25}}              | /detection/floodHours
            {"detection": {"coldShare": 0}}                | /detection/coldShare
            {"detection": {"floodShare": 0.2}}             | /detection/floodShare
            {"detection": {"coldShare": 0.05, "endShare": 0.02}} | /detection/endShare
            {"detection": {"endShare": 0.5}}               | /detection/endShare
            """)
    void refusesSettingsThatMeanNothing(String body, String pointer) {
        given().auth()
                .oauth2(TestTokens.all())
                .contentType("application/json")
                .body(body)
                .put("/communities/healthy/health-settings")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nowhere/groups/health                     | 404 | unknown-community    |
            healthy/groups/south/health               | 404 | group-without-health | {group}
            nowhere/groups/busy/baseline              | 404 | unknown-community    |
            healthy/groups/south/baseline             | 404 | group-without-health | {group}
            healthy/groups/health?sort=BEAUTY         | 400 | invalid-parameter    | ?sort
            healthy/groups/health?coverage=SOME       | 400 | invalid-parameter    | ?coverage
            healthy/groups/health?limit=0             | 400 | invalid-parameter    | ?limit
            healthy/groups/health?cursor=U0NPUkUvMS9h&sort=VALUE | 400 | invalid-parameter | ?cursor
            healthy/groups/health?cursor=YQ           | 400 | invalid-parameter    | ?cursor
            """)
    void refusesWhatCannotBeAnswered(String question, int status, String type, String pointer) {
        given().auth()
                .oauth2(TestTokens.all())
                .urlEncodingEnabled(false)
                .get("/communities/" + question)
                .then()
                .statusCode(status)
                .body("type", equalTo("/problems/" + type))
                .body("errors[0].pointer", equalTo(pointer));
    }

    private JsonPath of(String group) {
        return world.get("/communities/healthy/groups/" + group + "/health");
    }

    private static JsonPath put(String community, String body, String ifMatch) {
        return given().auth()
                .oauth2(TestTokens.all())
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .body(body)
                .put("/communities/" + community + "/health-settings")
                .then()
                .extract()
                .jsonPath();
    }

    private static String id(ConsumerRecord<String, byte[]> told) {
        return new String(told.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }

    /** All signals so far whose keys begin so. */
    private static List<ConsumerRecord<String, byte[]>> signals(String prefix) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", LocalKafka.shared().bootstrapServers(),
                        "group.id", UUID.randomUUID().toString(),
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.SIGNAL));
            Instant end = Instant.now().plusSeconds(5);
            while (Instant.now().isBefore(end)) {
                for (ConsumerRecord<String, byte[]> each : consumer.poll(Duration.ofMillis(200))) {
                    if (String.valueOf(each.key()).startsWith(prefix)) {
                        found.add(each);
                    }
                }
            }
        }
        return found;
    }
}
