package dev.hearth.analytics.answer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.mongodb.client.model.Filters;
import dev.hearth.analytics.AnalyticsStack;
import dev.hearth.analytics.World;
import dev.hearth.local.test.TestTokens;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@AnalyticsStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerTest {
    @TestHTTPResource("/")
    URI service = URI.create("/");

    @Inject
    Editions editions;

    @Inject
    EditionStates states;

    @Inject
    ReactiveMongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database = "";

    private World world;

    @BeforeAll
    void play() {
        world = new World(service);
        world.community("named");
        world.act("named", "ann", null, "post", day("2026-03-02"));
        world.act("named", "bob", null, "post", day("2026-03-02"));
        world.act("named", "ann", null, "post", day("2026-03-01"));
        world.act("named", "ann", null, "post", day("2025-03-03"));
        world.settle("named");
        var _ = put("cup", "{\"name\": \"世界杯\", \"from\": \"2026-03-02\", \"to\": \"2026-03-02\"}")
                .statusCode(201);
        var _ = put("year", window("2026-03-02", "2026-03-03", "{\"of\": \"YEAR_BEFORE\"}"))
                .statusCode(201);
        var _ = put("other", window("2026-03-02", "2026-03-02", "{\"of\": \"WINDOW\", \"window\": \"year\"}"))
                .statusCode(201);
        var _ = put(
                        "days",
                        window(
                                "2026-03-02",
                                "2026-03-02",
                                "{\"of\": \"DAYS\", \"from\": \"2026-03-01\", \"to\": \"2026-03-01\"}"))
                .statusCode(201);
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void aWindowStandsForItsDays() {
        JsonPath answer = world.get("/communities/named/active-members?namedWindow=year");
        assertThat(answer.getString("from")).isEqualTo("2026-03-02");
        assertThat(answer.getString("to")).isEqualTo("2026-03-03");
        assertThat(answer.getList("items.activeMembers")).isEqualTo(List.of(2, 0));
        assertThat(answer.<Object>get("baseline")).isNull();
    }

    @Test
    void aFigureStandsBesideItsBaseline() {
        JsonPath cup = world.get("/communities/named/active-members?namedWindow=cup&baseline=true");
        assertThat(cup.getString("baseline.from")).isEqualTo("2026-03-01");
        assertThat(cup.getList("baseline.items.activeMembers")).isEqualTo(List.of(1));
        assertThat(cup.getString("baseline.changes[0][0].field")).isEqualTo("activeMembers");
        assertThat(cup.getInt("baseline.changes[0][0].difference")).isEqualTo(1);
        assertThat(cup.getFloat("baseline.changes[0][0].ratio")).isEqualTo(2.0f);

        JsonPath year = world.get("/communities/named/active-members?namedWindow=year&baseline=true");
        assertThat(year.getList("baseline.items.activeMembers")).isEqualTo(List.of(0, 1));
        assertThat(year.<Object>get("baseline.changes[0][0].ratio")).isNull();
        assertThat(year.getInt("baseline.changes[1][0].difference")).isEqualTo(-1);

        assertThat(world.get("/communities/named/active-members?namedWindow=other&baseline=true")
                        .getString("baseline.to"))
                .isEqualTo("2026-03-03");
        assertThat(world.get("/communities/named/stickiness?namedWindow=days&baseline=true")
                        .getInt("baseline.items[0].activeMembers"))
                .isEqualTo(1);
    }

    @Test
    void lateDataMakesVersionTwoAndVersionOneStays() {
        world.community("slow");
        world.act("slow", "ann", null, "post", day("2026-03-02"));
        world.settle("slow");
        var _ = caller().contentType("application/json")
                .body(window("2026-03-02", "2026-03-02", "{\"of\": \"PREVIOUS\"}"))
                .put("/communities/slow/windows/day")
                .then()
                .statusCode(201);
        String question = "/communities/slow/active-members?namedWindow=day";
        byte[] first = kept(question, "1");
        // The same figures are the same version, however the question is put.
        var _ = kept("/communities/slow/active-members?format=json&namedWindow=day", "1");

        world.act("slow", "bob", null, "post", day("2026-03-02"));
        world.settle("slow");
        byte[] second = kept(question, "2");

        assertThat(kept(question + "&asOfVersion=1", "1")).isEqualTo(first);
        assertThat(kept(question + "&asOfVersion=2", "2")).isEqualTo(second).isNotEqualTo(first);
        assertThat(new JsonPath(new String(first, StandardCharsets.UTF_8)).getList("items.activeMembers"))
                .isEqualTo(List.of(1));

        JsonPath versions = world.get("/communities/slow/windows/day/answers?limit=1");
        assertThat(versions.getList("items.version")).isEqualTo(List.of(1));
        assertThat(versions.getMap("items[0].positions")).isNotEmpty();
        assertThat(world.get("/communities/slow/windows/day/answers?limit=1&cursor=" + versions.getString("next"))
                        .getList("items.version"))
                .isEqualTo(List.of(2));
    }

    @Test
    void whatTheStoreLosesComesBackFromTheTopicByteForByte() {
        String window = "/communities/lost/windows/day";
        String question = "/communities/lost/active-members?namedWindow=day";
        world.community("lost");
        world.act("lost", "ann", null, "post", day("2026-03-02"));
        world.settle("lost");
        var _ = caller().contentType("application/json")
                .body(window("2026-03-02", "2026-03-02", "{\"of\": \"PREVIOUS\"}"))
                .put(window)
                .then()
                .statusCode(201);
        byte[] first = kept(question, "1");
        assertThat(kept(question + "&asOfVersion=1", "1")).isEqualTo(first);
        world.act("lost", "bob", null, "post", day("2026-03-02"));
        world.settle("lost");
        byte[] second = kept(question, "2");
        String listed = caller().get(window + "/answers").asString();
        World.eventually(() ->
                states.ids().stream().filter(id -> id.startsWith("lost/day/")).count() == 2);

        assertThat(mongo.getDatabase(database)
                        .getCollection("editions")
                        .deleteMany(Filters.and(Filters.gt("_id", "lost/day/"), Filters.lt("_id", "lost/day0")))
                        .await()
                        .indefinitely()
                        .getDeletedCount())
                .isEqualTo(2);

        // Until they are back nobody is told a number that means another answer.
        Response meanwhile = caller().get(question);
        assertThat(meanwhile.statusCode()).isEqualTo(200);
        assertThat(meanwhile.header("As-Of-Version")).isIn(null, "2");
        assertThat(caller().get(question + "&asOfVersion=1").statusCode()).isIn(200, 503);
        World.eventually(() -> caller().get(question + "&asOfVersion=1").statusCode() == 200
                && caller().get(question + "&asOfVersion=2").statusCode() == 200);
        assertThat(kept(question + "&asOfVersion=1", "1")).isEqualTo(first);
        assertThat(kept(question + "&asOfVersion=2", "2")).isEqualTo(second);
        assertThat(caller().get(window + "/answers").asString()).isEqualTo(listed);
        assertThat(kept(question, "2")).isNotEmpty();
    }

    @Test
    void whatACrashLeftUntoldIsToldLater() {
        Edition edition = new Edition(
                "untold/day/0/000001", "/q", 1, Instant.parse("2026-03-02T10:00:00Z"), "d", Map.of("t-0", 7L));
        KeptAnswer answer = KeptAnswer.of(edition, "{\"zwei\":\"\u00fc\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(editions.add(answer).await().indefinitely()).isTrue();
        assertThat(editions.add(answer).await().indefinitely()).isFalse();

        World.eventually(() -> states.has(edition.id()));

        List<KeptAnswer> told = new ArrayList<>();
        states.each(Set.of(edition.id()), each -> Uni.createFrom().item(told.add(each)))
                .await()
                .indefinitely();
        assertThat(told).isNotEmpty().allSatisfy(each -> {
            assertThat(each.edition()).isEqualTo(edition);
            assertThat(each.body()).isEqualTo(answer.body());
        });
    }

    @Test
    void nothingIsKeptWhileTheWindowIsNotOver() {
        var _ = put("future", window("2026-03-02", "2027-12-31", "{\"of\": \"PREVIOUS\"}"))
                .statusCode(201);
        Response answer = caller().get("/communities/named/active-members?period=MONTH&namedWindow=future");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("As-Of-Version")).isNull();
    }

    @Test
    void aSeriesIsHadAsCsvAndAsLines() {
        Response csv = caller().accept("text/csv").get("/communities/named/active-members?namedWindow=year");
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.asString())
                .isEqualTo(String.join(
                        "\r\n",
                        "period,start,end,activeMembers,windowComplete",
                        "2026-03-02,2026-03-02,2026-03-02,2,true",
                        "2026-03-03,2026-03-03,2026-03-03,0,false",
                        ""));
        assertThat(csv.header("As-Of-Lag")).isEqualTo("0");

        Response kept = caller().accept("text/csv")
                .get("/communities/named/active-members?namedWindow=year&asOfVersion=" + csv.header("As-Of-Version"));
        assertThat(kept.contentType()).startsWith("text/csv");
        assertThat(kept.asString()).isEqualTo(csv.asString());
        assertThat(kept.header("As-Of")).isNotNull();

        Response lines = caller().get("/communities/named/stickiness?namedWindow=year&format=ndjson");
        assertThat(lines.contentType()).startsWith("application/x-ndjson");
        assertThat(lines.asString().lines().map(JsonPath::new).map(line -> line.getInt("activeMembers")))
                .containsExactly(2, 2);
    }

    @Test
    void aListIsHadAsCsvPageByPage() {
        Response page = caller().get("/communities/named/windows?format=csv&limit=1");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .startsWith("id,name,from,to,baseline.of,version,changedAt,changedBy,baselineDays.from,baselineDays.to"
                        + "\r\ncup,世界杯,");
        assertThat(page.header("Link")).contains("cursor=").endsWith("rel=\"next\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            active-members?namedWindow=none                              | 404 | unknown-window    | ?namedWindow
            active-members?namedWindow=cup&from=2026-03-01               | 400 | invalid-parameter | ?namedWindow
            active-members?namedWindow=%20                               | 400 | invalid-parameter | ?namedWindow
            active-members?baseline=true                            | 400 | invalid-parameter | ?baseline
            active-members?asOfVersion=1                            | 400 | invalid-parameter | ?asOfVersion
            active-members?namedWindow=cup&asOfVersion=first             | 400 | invalid-parameter | ?asOfVersion
            active-members?namedWindow=cup&asOfVersion=99                | 404 | unknown-version   | ?asOfVersion
            active-members?format=xlsx                              | 400 | invalid-parameter | ?format
            """)
    void refusesWhatIsNotThere(String question, int status, String type, String pointer) {
        var _ = caller().urlEncodingEnabled(false)
                .get("/communities/named/" + question)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-02 | 2026-03-01 | {"of": "PREVIOUS"}                                               | /to
            2020-03-02 | 2026-03-01 | {"of": "PREVIOUS"}                                               | /to
            2026-03-02 | 2026-03-02 | {"of": "WINDOW", "window": "none"}                               | /baseline/window
            2026-03-02 | 2026-03-02 | {"of": "WINDOW"}                                                 | /baseline/window
            2026-03-02 | 2026-03-02 | {"of": "DAYS", "from": "2026-03-02"}                             | /baseline/to
            2026-03-02 | 2026-03-02 | {"of": "PREVIOUS", "window": "cup"}                              | /baseline
            """)
    void refusesAWindowThatIsNone(String from, String to, String baseline, String pointer) {
        var _ = put("bad", window(from, to, baseline)).statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-10 | 2026-03-12 | {"of": "PREVIOUS"}                                           | 2026-03-07 | 2026-03-09
            2026-03-01 | 2026-03-31 | {"of": "PREVIOUS"}                                           | 2026-02-01 | 2026-02-28
            2024-02-29 | 2024-02-29 | {"of": "YEAR_BEFORE"}                                        | 2023-02-28 | 2023-02-28
            2026-03-10 | 2026-03-12 | {"of": "DAYS", "from": "2026-01-02", "to": "2026-01-04"}      | 2026-01-02 | 2026-01-04
            """)
    void aWindowSaysWhichDaysItIsComparedWith(String from, String to, String baseline, String first, String last) {
        String id = "compared-" + from + "-" + to.hashCode() + baseline.hashCode();
        var _ = put(id, window(from, to, baseline))
                .statusCode(201)
                .body("baselineDays.from", equalTo(first))
                .body("baselineDays.to", equalTo(last));
    }

    @Test
    void aKeptAnswerIsForWhoMayReadIt() {
        assertThat(given().auth()
                        .oauth2(TestTokens.with("other", "analytics:read"))
                        .get("/communities/named/active-members?namedWindow=cup&asOfVersion=1")
                        .statusCode())
                .isEqualTo(403);
    }

    /** A version is told once store and topic have it; while one of them is slow, an answer goes out without it. */
    private byte[] kept(String question, String version) {
        AtomicReference<Response> got = new AtomicReference<>();
        World.eventually(() -> {
            got.set(caller().get(question));
            return got.get().header("As-Of-Version") != null;
        });
        Response answer = got.get();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.header("As-Of-Version")).isEqualTo(version);
        return answer.asByteArray();
    }

    private static String window(String from, String to, String baseline) {
        return "{\"name\": \"a window\", \"from\": \"" + from + "\", \"to\": \"" + to + "\", \"baseline\": " + baseline
                + "}";
    }

    private ValidatableResponse put(String window, String body) {
        return caller().contentType("application/json")
                .body(body)
                .put("/communities/named/windows/" + window)
                .then();
    }

    private RequestSpecification caller() {
        return given().baseUri(service.toString()).auth().oauth2(TestTokens.all());
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
