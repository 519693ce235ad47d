package dev.hearth.analytics.drill;

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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@AnalyticsStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DrillTest {
    private static final String WEEK = "?from=2026-03-09&to=2026-03-15";

    @TestHTTPResource("/")
    URI service = URI.create("/");

    private World world;

    @BeforeAll
    void play() {
        world = new World(service);
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void pagesShowEveryMemberOnceInOrder() {
        crowd("crowded", 1, 120);
        world.act("crowded", "5", null, "post", day("2026-03-16"));
        world.settle("crowded");

        List<String> all = new ArrayList<>();
        JsonPath page = world.get(list("crowded") + "&limit=50");
        int pages = 1;
        all.addAll(page.getList("items.memberId"));
        while (page.getString("next") != null) {
            assertThat(page.getLong("total")).isEqualTo(120);
            page = world.get(list("crowded") + "&limit=50&cursor=" + page.getString("next"));
            all.addAll(page.getList("items.memberId"));
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(all)
                .isEqualTo(IntStream.rangeClosed(1, 120)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(world.get("/communities/crowded/active-members?period=ISO_WEEK&from=2026-03-09&to=2026-03-15")
                        .getInt("items[0].activeMembers"))
                .isEqualTo(120);
    }

    @Test
    void laterPagesShowTheListAsItWasWhateverWasRecordedSince() {
        crowd("growing", 1, 60);
        world.settle("growing");
        JsonPath first = world.get(list("growing") + "&limit=20");
        crowd("growing", 61, 90);
        world.act("growing", "late", null, "post", day("2026-03-10"));
        world.settle("growing");

        JsonPath second = world.get(list("growing") + "&limit=200&cursor=" + first.getString("next"));

        assertThat(second.getLong("total")).isEqualTo(60);
        assertThat(second.<String>getList("items.memberId"))
                .isEqualTo(IntStream.rangeClosed(21, 60)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(second.getString("next")).isNull();
        assertThat(second.getString("asOf.measuredAt")).isEqualTo(first.getString("asOf.measuredAt"));
        assertThat(world.get(list("growing") + "&limit=1").getLong("total")).isEqualTo(91);
    }

    @Test
    void aListWithoutMembersHasAnEmptyPage() {
        world.community("empty");
        world.settle("empty");

        JsonPath none = world.get(list("empty"));

        assertThat(none.getLong("total")).isZero();
        assertThat(none.getList("items")).isEmpty();
        assertThat(none.getString("next")).isNull();
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        crowd("asked", 1, 5);
        world.settle("asked");
        String cursor = world.get(list("asked") + "&limit=2").getString("next");

        for (String other : List.of(
                list("asked") + "&kind=post",
                "/communities/asked/active-members/members?from=2026-03-09&to=2026-03-14",
                "/communities/asked/lifecycle/members?window=2026-W11")) {
            refused(other + "&cursor=" + cursor, "is that of another list");
        }
        assertThat(world.get(list("asked") + "&limit=200&cursor=" + cursor).getList("items.memberId"))
                .isEqualTo(List.of("3", "4", "5"));
    }

    @Test
    void saysSoWhenTheListIsGone() {
        crowd("gone", 1, 5);
        world.settle("gone");
        String cursor = world.get(list("gone") + "&limit=2").getString("next");

        for (String forged : List.of(changed(cursor, 2, "abc"), changed(cursor, 1, "1,2"), changed(cursor, 1, "7"))) {
            given().auth()
                    .oauth2(TestTokens.all())
                    .get(list("gone") + "&cursor=" + forged)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/list-is-gone"))
                    .body("errors[0].pointer", equalTo("?cursor"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "a|b",
                "a|1|zz|2026-01-01T00:00:00Z|0|false|m",
                "a|-1|0|2026-01-01T00:00:00Z|0|false|m",
                "a|1|0|now|0|false|m",
                "a|1|0|2026-01-01T00:00:00Z|none|false|m",
                "a|1,|0|2026-01-01T00:00:00Z|0|false|m"
            })
    void refusesWhatIsNoCursor(String text) {
        world.community("cursors");
        world.settle("cursors");

        refused(list("cursors") + "&cursor=" + encoded(text), "is not a cursor");
    }

    @ParameterizedTest
    @CsvSource({
        "'',?from",
        "?from=2026-03-01,?to",
        "?to=2026-03-01,?from",
        "?from=2026-03-01&to=2026-03-02&limit=201,?limit",
        "?from=2026-03-01&to=2026-03-02&cursor=!,?cursor"
    })
    void refusesWhatNamesNoDaysOrNoPage(String parameters, String pointer) {
        world.community("named");
        world.settle("named");

        given().auth()
                .oauth2(TestTokens.all())
                .get("/communities/named/active-members/members" + parameters)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer));
    }

    private static void refused(String path, String detail) {
        assertThat(given().auth()
                        .oauth2(TestTokens.all())
                        .get(path)
                        .then()
                        .statusCode(400)
                        .body("errors[0].pointer", equalTo("?cursor"))
                        .extract()
                        .jsonPath()
                        .getString("errors[0].detail"))
                .startsWith(detail);
    }

    /** The cursor with another value in one of its parts. */
    private static String changed(String cursor, int part, String value) {
        String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", -1);
        parts[part] = value;
        return encoded(String.join("|", parts));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void crowd(String community, int from, int to) {
        world.community(community);
        for (int member = from; member <= to; member++) {
            world.act(
                    community,
                    Integer.toString(member),
                    null,
                    "post",
                    day("2026-03-09").plusDays(member % 7));
        }
    }

    private static String list(String community) {
        return "/communities/" + community + "/active-members/members" + WEEK;
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
