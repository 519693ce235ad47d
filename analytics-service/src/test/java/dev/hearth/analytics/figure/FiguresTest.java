package dev.hearth.analytics.figure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.hearth.analytics.AnalyticsStack;
import dev.hearth.analytics.World;
import dev.hearth.local.test.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@AnalyticsStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresTest {
    @TestHTTPResource("/")
    URI service = URI.create("/");

    private World world;

    @BeforeAll
    void play() {
        world = new World(service);
        world.community("figures");
        world.community("silent");
        world.group("figures", "north");
        world.act("figures", "ann", "north", "post", day("2026-02-27"));
        world.act("figures", "ann", "north", "post", day("2026-03-02"));
        world.act("figures", "bob", null, "reply", day("2026-03-02"));
        world.act("figures", "cid", "north", "reply", day("2026-03-09"));
        world.act("figures", "ann", "north", "post", day("2026-03-02"));
        world.settle("figures");
        world.settle("silent");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void countsEveryPeriodFromTheFirstToTheLastDayWithData() {
        JsonPath days = world.get("/communities/figures/active-members");
        assertThat(days.getList("items")).hasSize(11);
        assertThat(days.getString("items[0].period")).isEqualTo("2026-02-27");
        assertThat(days.getList("items.activeMembers")).isEqualTo(List.of(1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 1));
        assertThat(days.getString("from")).isEqualTo("2026-02-27");
        assertThat(days.getString("to")).isEqualTo("2026-03-09");
        assertThat(days.getString("dataFrom")).isEqualTo("2026-02-27");
        assertThat(days.getString("dataTo")).isEqualTo("2026-03-09");
        assertThat(days.getString("zone")).isEqualTo("Europe/Berlin");
        assertThat(days.getLong("asOf.lag")).isZero();
        assertThat(days.getBoolean("asOf.catchingUp")).isFalse();
    }

    @Test
    void countsWeeksMonthsAndRollingDays() {
        assertThat(figures("period=ISO_WEEK")).containsExactly("2026-W09=1 cut", "2026-W10=2", "2026-W11=1 cut");
        assertThat(figures("period=MONTH")).containsExactly("2026-02=1 cut", "2026-03=3 cut");
        assertThat(figures("period=ROLLING_7_DAYS&from=2026-03-05&to=2026-03-06"))
                .containsExactly("2026-03-05=2", "2026-03-06=2");
        assertThat(figures("period=ROLLING_30_DAYS&from=2026-03-09")).containsExactly("2026-03-09=3 cut");
    }

    @Test
    void countsAGroupAndAnyOfSomeKinds() {
        assertThat(figures("period=MONTH&from=2026-03-01&group=north")).containsExactly("2026-03=2 cut");
        assertThat(figures("period=MONTH&from=2026-03-01&kind=reply")).containsExactly("2026-03=2 cut");
        assertThat(figures("period=MONTH&from=2026-03-01&kind=reply&kind=post")).containsExactly("2026-03=3 cut");
        assertThat(figures("period=MONTH&from=2026-03-01&kind=reply&group=north"))
                .containsExactly("2026-03=1 cut");
        assertThat(world.get("/communities/figures/active-members?group=north&kind=b&kind=a")
                        .getList("kinds"))
                .isEqualTo(List.of("a", "b"));
        assertThat(world.get("/communities/figures/active-members?group=north").getString("zone"))
                .isEqualTo("Asia/Shanghai");
    }

    @Test
    void measuresStickinessByDayAndByMonth() {
        given().auth()
                .oauth2(TestTokens.all())
                .get("/communities/figures/stickiness?from=2026-02-26&to=2026-03-02")
                .then()
                .statusCode(200)
                .body(containsString("\"stickiness\":null"))
                .body(containsString("\"stickiness\":1.000000"))
                .body("items[4].dailyActive", equalTo(2))
                .body("items[4].activeMembers", equalTo(2))
                .body("items[1].windowComplete", equalTo(false));
        given().auth()
                .oauth2(TestTokens.all())
                .get("/communities/figures/stickiness?period=MONTH&from=2026-03-01&to=2026-03-31")
                .then()
                .statusCode(200)
                .body("items[0].daysObserved", equalTo(9))
                .body(containsString("\"dailyActive\":0.333333"))
                .body(containsString("\"stickiness\":0.111111"));
    }

    @Test
    void aCommunityWithoutActsHasNoFiguresUnlessDaysAreNamed() {
        JsonPath none = world.get("/communities/silent/active-members");
        assertThat(none.getList("items")).isEmpty();
        assertThat(none.getString("dataFrom")).isNull();
        JsonPath named = world.get("/communities/silent/active-members?from=2026-03-01&to=2026-03-02");
        assertThat(named.getList("items.activeMembers")).isEqualTo(List.of(0, 0));
        assertThat(named.getList("items.windowComplete")).isEqualTo(List.of(false, false));
    }

    @Test
    void defaultsToTheLastThousandPeriods() {
        world.community("ancient");
        world.act("ancient", "ann", null, "post", day("1999-12-31"));
        world.act("ancient", "ann", null, "post", day("2026-03-02"));
        world.settle("ancient");
        JsonPath days = world.get("/communities/ancient/active-members");
        assertThat(days.getList("items")).hasSize(1000);
        assertThat(days.getString("to")).isEqualTo("2026-03-02");
        assertThat(days.getString("dataFrom")).isEqualTo("1999-12-31");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nowhere/active-members                                           | 404 | unknown-community            |
            figures/active-members?group=south                               | 404 | unknown-group                | ?group
            figures/active-members?group=a%20b                               | 400 | invalid-parameter            | ?group
            figures/active-members?kind=post&kind=%2f                        | 400 | invalid-parameter            | ?kind
            figures/active-members?period=YEAR                               | 400 | unknown-period               | ?period
            figures/stickiness?period=ISO_WEEK                               | 400 | unknown-period               | ?period
            figures/active-members?from=yesterday                            | 400 | invalid-parameter            | ?from
            figures/active-members?from=2026-02-30                           | 400 | invalid-parameter            | ?from
            figures/active-members?to=%2B123456789-01-01                     | 400 | invalid-parameter            | ?to
            figures/active-members?from=2026-03-02&to=2026-03-01             | 400 | range-ends-before-it-begins  | ?to
            figures/active-members?from=2023-01-01&to=2026-03-01             | 400 | range-too-long               | ?from
            figures/stickiness?period=MONTH&from=0001-01-01&to=9999-12-31    | 400 | range-too-long               | ?from
            """)
    void refusesWhatCannotBeAnswered(String question, int status, String type, String pointer) {
        given().auth()
                .oauth2(TestTokens.all())
                .urlEncodingEnabled(false)
                .get("/communities/" + question)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void answersOnlyWhoMayRead() {
        assertThat(statusWith(TestTokens.with("figures", "analytics:read"))).isEqualTo(200);
        assertThat(statusWith(TestTokens.with("figures", "members:read"))).isEqualTo(403);
        assertThat(statusWith(TestTokens.with("other", "analytics:read"))).isEqualTo(403);
        assertThat(statusWith(TestTokens.member("figures", "ann", "analytics:read")))
                .isEqualTo(403);
        assertThat(given().get("/communities/figures/active-members").statusCode())
                .isEqualTo(401);
    }

    private static int statusWith(String token) {
        return given().auth()
                .oauth2(token)
                .get("/communities/figures/active-members")
                .statusCode();
    }

    private List<String> figures(String question) {
        JsonPath answer = world.get("/communities/figures/active-members?" + question);
        return answer.<Map<String, Object>>getList("items").stream()
                .map(item -> item.get("period") + "=" + item.get("activeMembers")
                        + (Boolean.TRUE.equals(item.get("windowComplete")) ? "" : " cut"))
                .toList();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
