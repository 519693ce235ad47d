package dev.hearth.analytics.journal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.hearth.analytics.AnalyticsStack;
import dev.hearth.analytics.World;
import dev.hearth.local.test.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@AnalyticsStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JournalResourceTest {
    private static final String MARKS = "/communities/trying/journal-marks";

    @TestHTTPResource("/")
    URI service = URI.create("/");

    private World world;

    @BeforeAll
    void play() {
        world = new World(service);
        world.community("trying");
        LocalDate first = LocalDate.parse("2026-03-01");
        for (int day = 0; day < 20; day++) {
            world.act("trying", "ada", null, "message.posted", first.plusDays(day));
            if (day > 10) {
                world.act("trying", "bob", null, "message.posted", first.plusDays(day));
                world.act("trying", "bob", null, "app.visited", first.plusDays(day));
            }
        }
        world.settle("trying");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void keepsAMarkUntilItIsTakenAway() {
        String mark = MARKS + "/kept";
        String said = "{\"title\": \"Weekly quiz\", \"from\": \"2025-01-06\", \"to\": \"2025-01-12\"}";
        var _ = put(mark, said).statusCode(201).header("ETag", "\"1\"");
        var _ = put(mark, said).statusCode(200).header("ETag", "\"1\"");
        var _ = put(mark, said.replace("quiz", "riddle")).statusCode(428);
        assertThat(world.get(MARKS + "?from=2025-01-12&to=2025-01-12").getList("items.id"))
                .isEqualTo(List.of("kept"));
        assertThat(world.get(MARKS + "?from=2025-01-13&to=2025-12-31").getList("items.id"))
                .isEmpty();
        var _ = caller().header("If-Match", "\"1\"").delete(mark).then().statusCode(204);
        var _ = caller().get(mark).then().statusCode(404);
    }

    @Test
    void listsThoseOfAGroupWithThoseOfTheWholeCommunity() {
        var _ = put(MARKS + "/all", "{\"title\": \"a\", \"from\": \"2024-05-01\"}")
                .statusCode(201);
        var _ = put(MARKS + "/g1", "{\"title\": \"b\", \"from\": \"2024-05-01\", \"group\": \"g1\"}")
                .statusCode(201);
        var _ = put(MARKS + "/g2", "{\"title\": \"c\", \"from\": \"2024-05-01\", \"group\": \"g2\"}")
                .statusCode(201);
        String listed = MARKS + "?from=2024-05-01&to=2024-05-01";
        assertThat(world.get(listed).getList("items.id")).isEqualTo(List.of("all", "g1", "g2"));
        assertThat(world.get(listed + "&group=g1").getList("items.id")).isEqualTo(List.of("all", "g1"));
        JsonPath first = world.get(listed + "&limit=2");
        assertThat(world.get(listed + "&limit=2&cursor=" + first.getString("next"))
                        .getList("items.id"))
                .isEqualTo(List.of("g2"));
    }

    @Test
    void comparesWholeWeeksBeforeAndAfterTheMarksOwnDays() {
        // From 1 to 20 March ada alone, from the 12th on bob too: the mark is on the 9th and 10th.
        var _ = put(MARKS + "/tried", "{\"title\": \"x\", \"from\": \"2026-03-09\", \"to\": \"2026-03-10\"}")
                .statusCode(201);
        JsonPath active = world.get(MARKS + "/tried/effect?weeks=1");
        assertThat(active.getBoolean("enoughDays")).isTrue();
        assertThat(active.getInt("days")).isEqualTo(7);
        assertThat(active.getFloat("before")).isEqualTo(1f);
        // 11 March: one; 12 to 17 March: two.
        assertThat(active.getFloat("after")).isEqualTo(1.857f);
        assertThat(active.getFloat("difference")).isEqualTo(0.857f);
        // 1 + 6 · 3 events in seven days.
        assertThat(world.get(MARKS + "/tried/effect?weeks=1&metric=EVENTS").getFloat("after"))
                .isEqualTo(2.714f);
    }

    @Test
    void saysWhenThereAreNotEnoughDays() {
        var _ = put(MARKS + "/early", "{\"title\": \"x\", \"from\": \"2026-03-05\"}")
                .statusCode(201);
        JsonPath effect = world.get(MARKS + "/early/effect");
        assertThat(effect.getBoolean("enoughDays")).isFalse();
        assertThat(effect.getString("before")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {"from": "2026-03-01"}                                        | /title
            {"title": "x"}                                                | /from
            {"title": " ", "from": "2026-03-01"}                          | /title
            {"title": "x", "from": "2026-03-02", "to": "2026-03-01"}      | /to
            {"title": "x", "from": "2026-03-01", "to": "2027-03-03"}      | /to
            {"title": "x", "from": "2026-03-01", "group": "no group"}     | /group
            """)
    void refusesMarksThatAreNone(String body, String pointer) {
        var _ = put(MARKS + "/bad", body).statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?from=soon                    | 400 | ?from
            ?from=2026-03-02&to=2026-03-01 | 400 | ?to
            """)
    void refusesDaysThatAreNone(String question, int status, String pointer) {
        var _ = caller().get(MARKS + question).then().statusCode(status).body("errors[0].pointer", equalTo(pointer));
    }

    private static ValidatableResponse put(String path, String body) {
        return caller().contentType("application/json").body(body).put(path).then();
    }

    private static RequestSpecification caller() {
        return given().auth().oauth2(TestTokens.all());
    }
}
