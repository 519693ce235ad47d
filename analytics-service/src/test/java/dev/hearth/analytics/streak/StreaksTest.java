package dev.hearth.analytics.streak;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.hearth.analytics.AnalyticsStack;
import dev.hearth.analytics.World;
import dev.hearth.local.test.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
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
class StreaksTest {
    @TestHTTPResource("/")
    URI service = URI.create("/");

    private World world;

    @BeforeAll
    void play() {
        world = new World(service);
        world.community("streaks");
        world.group("streaks", "north");
        for (int day = 1; day <= 5; day++) {
            world.act("streaks", "ann", day == 3 ? null : "north", "post", march(day));
        }
        for (int day : new int[] {1, 2, 10, 11, 13}) {
            world.act("streaks", "bob", "north", "reply", march(day));
        }
        world.act("streaks", "cid", null, "post", march(4));
        world.settle("streaks");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void showsTheLongestRunsAndHowManyAreHowLong() {
        JsonPath streaks = world.get("/communities/streaks/streaks?limit=2");

        assertThat(streaks.<Map<String, Object>>getList("items"))
                .containsExactly(
                        Map.of("rank", 1, "memberId", "ann", "days", 5, "start", "2026-03-01", "end", "2026-03-05"),
                        Map.of("rank", 2, "memberId", "bob", "days", 2, "start", "2026-03-01", "end", "2026-03-02"));
        assertThat(streaks.<Map<String, Object>>getList("histogram"))
                .containsExactly(
                        Map.of("days", 1, "members", 1),
                        Map.of("days", 2, "members", 1),
                        Map.of("days", 5, "members", 1));
        assertThat(world.get("/communities/streaks/streaks?group=north").getList("items.days"))
                .isEqualTo(List.of(2, 2));
        assertThat(world.get("/communities/streaks/streaks?kind=reply&from=2026-03-10")
                        .getString("items[0].start"))
                .isEqualTo("2026-03-10");
    }

    @Test
    void listsTheMembersBehindABar() {
        JsonPath ofOne = world.get("/communities/streaks/streaks/members?days=1");

        assertThat(ofOne.getList("items.memberId")).isEqualTo(List.of("cid"));
        assertThat(world.get("/communities/streaks/streaks/members?days=2&group=north")
                        .getList("items.memberId"))
                .isEqualTo(List.of("ann", "bob"));
        assertThat(world.get("/communities/streaks/streaks/members?days=4").getInt("total"))
                .isZero();
    }

    @Test
    void tellsAMembersCurrentAndLongestRun() {
        JsonPath alive = world.get("/communities/streaks/members/bob/streak?to=2026-03-12");
        assertThat(alive.getMap("current")).isEqualTo(Map.of("days", 2, "start", "2026-03-10", "end", "2026-03-11"));
        assertThat(alive.getMap("longest")).isEqualTo(Map.of("days", 2, "start", "2026-03-01", "end", "2026-03-02"));
        assertThat(alive.getInt("activeDays")).isEqualTo(4);

        JsonPath over = world.get("/communities/streaks/members/bob/streak?to=2026-03-15");
        assertThat(over.getMap("current")).isNull();
        assertThat(over.getInt("activeDays")).isEqualTo(5);

        JsonPath never = world.get("/communities/streaks/members/bob/streak?kind=never");
        assertThat(never.getMap("longest")).isNull();
        assertThat(never.getInt("activeDays")).isZero();
    }

    @Test
    void aStreakIsCurrentAsOfTodayUnlessADayIsNamed() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        world.community("lively");
        world.act("lively", "ann", null, "post", today.minusDays(2));
        world.act("lively", "ann", null, "post", today.minusDays(1));
        world.settle("lively");

        assertThat(world.get("/communities/lively/members/ann/streak").getInt("current.days"))
                .isEqualTo(2);
        assertThat(world.get("/communities/lively/members/ann/streak?to=" + today.plusDays(1))
                        .getMap("current"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nowhere/streaks                                     | 404 | unknown-community            |
            streaks/streaks?group=south                         | 404 | unknown-group                | ?group
            streaks/streaks?limit=0                             | 400 | invalid-parameter            | ?limit
            streaks/streaks?limit=201                           | 400 | invalid-parameter            | ?limit
            streaks/streaks?from=2026-03-02&to=2026-03-01       | 400 | range-ends-before-it-begins  | ?to
            streaks/streaks/members                             | 400 | invalid-parameter            | ?days
            streaks/streaks/members?days=0                      | 400 | invalid-parameter            | ?days
            streaks/members/nobody/streak                       | 404 | unknown-member               | {member}
            streaks/members/a%20b/streak                        | 400 | invalid-parameter            | {member}
            streaks/members/ann/streak?to=now                   | 400 | invalid-parameter            | ?to
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

    private static LocalDate march(int day) {
        return LocalDate.of(2026, 3, day);
    }
}
