package dev.hearth.analytics.funnel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.hearth.analytics.AnalyticsStack;
import dev.hearth.analytics.World;
import dev.hearth.contract.member.MemberJoined;
import dev.hearth.contract.member.MemberStatus;
import dev.hearth.local.test.TestTokens;
import dev.hearth.platform.event.Events;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Funnels over HTTP, with facts of hearth.member as steps. */
@QuarkusTest
@AnalyticsStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FunnelResourceTest {
    @TestHTTPResource("/")
    URI service = URI.create("/");

    private World world;

    @BeforeAll
    void play() {
        world = new World(service);
        world.community("funnels");
        world.group("funnels", "north");
        joined("ada", "2026-03-01T08:00:00Z");
        joined("bob", "2026-03-01T09:00:00Z");
        joined("cid", "2026-03-05T09:00:00Z");
        act("ada", "north", "post", "2026-03-01T08:01:00Z");
        act("ada", null, "buy", "2026-03-20T08:00:00Z");
        act("bob", null, "post", "2026-03-02T09:00:00Z");
        act("cid", "north", "buy", "2026-03-06T09:00:00Z");
        act("dan", "north", "post", "2026-03-06T09:00:00Z");
        world.settle("funnels");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void countsWhoWentThroughWithTheTimeThatHalfOfThemTook() {
        JsonPath funnel = funnel("step=member.joined&step=post&step=buy");
        assertThat(funnel.getList("items.members")).isEqualTo(List.of(3, 2, 1));
        assertThat(funnel.getList("items.kinds"))
                .isEqualTo(List.of(List.of("member.joined"), List.of("post"), List.of("buy")));
        assertThat(funnel.getList("items.medianMillis", Long.class))
                .isEqualTo(Arrays.asList(null, (60_000L + 86_400_000L) / 2, 19L * 86_400_000 - 60_000));
        assertThat(funnel.getDouble("items[1].fromEntry")).isEqualTo(0.666667);
        assertThat(funnel.getDouble("items[2].fromStepBefore")).isEqualTo(0.5);
    }

    @Test
    void looksAtAWindowAGroupAndDaysOfEntry() {
        assertThat(funnel("step=member.joined&step=post&step=buy&windowDays=19").getList("items.members"))
                .isEqualTo(List.of(3, 2, 1));
        assertThat(funnel("step=member.joined&step=post&step=buy&windowDays=18").getList("items.members"))
                .isEqualTo(List.of(3, 2, 0));
        assertThat(funnel("step=member.joined&step=post,buy&group=north").getList("items.members"))
                .isEqualTo(List.of(3, 2));
        assertThat(funnel("step=member.joined&step=post,buy&from=2026-03-02").getList("items.members"))
                .isEqualTo(List.of(1, 1));
    }

    @Test
    void listsWhoCameToAStepAndWhoWasLostBehindIt() {
        String steps = "step=member.joined&step=post&step=buy&atStep=";
        assertThat(members(steps + 1)).isEqualTo(List.of("ada", "bob", "cid"));
        assertThat(members(steps + "1&outcome=LOST")).isEqualTo(List.of("cid"));
        assertThat(members(steps + "2&outcome=LOST")).isEqualTo(List.of("bob"));
        assertThat(members(steps + 3)).isEqualTo(List.of("ada"));
        assertThat(members("step=member.joined&step=post,buy&from=2026-03-02&atStep=2"))
                .isEqualTo(List.of("cid"));
    }

    private List<String> members(String query) {
        return world.get("/communities/funnels/funnel/members?" + query).getList("items.memberId");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            atStep=1&outcome=GONE | ?outcome | must be one of [REACHED, LOST]
            outcome=REACHED       | ?atStep  | is missing, must be 1 to 2
            atStep=3              | ?atStep  | is 3, must be 1 to 2
            atStep=2&outcome=LOST | ?atStep  | is 2, must be 1 to 1
            atStep=one            | ?atStep  | whole number
            """)
    void refusesAStepThatThereIsNot(String query, String pointer, String detail) {
        given().auth()
                .oauth2(TestTokens.all())
                .get("/communities/funnels/funnel/members?step=post&step=buy&" + query)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(detail));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            step=post                          | 400 | not-a-funnel      | ?step       | is given 1 times
            kind=post                          | 400 | not-a-funnel      | ?step       | is given 0 times
            step=post&step=buy&step=post       | 400 | not-a-funnel      | ?step       | twice
            step=post,buy&step=buy,post        | 400 | not-a-funnel      | ?step       | twice
            step=post&step=,                   | 400 | invalid-parameter | ?step       | must be
            step=post&step=a%20b               | 400 | invalid-parameter | ?step       | must be
            step=post&step=buy&windowDays=0    | 400 | invalid-parameter | ?windowDays | 1 to 3660
            step=post&step=buy&windowDays=many | 400 | invalid-parameter | ?windowDays | whole number
            step=post&step=buy&group=south     | 404 | unknown-group     | ?group      | south
            """)
    void refusesWhatIsNoFunnel(String query, int status, String problem, String pointer, String detail) {
        given().auth()
                .oauth2(TestTokens.all())
                .get("/communities/funnels/funnel?" + query)
                .then()
                .statusCode(status)
                .body("type", equalTo("/problems/" + problem))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(detail));
    }

    private JsonPath funnel(String query) {
        return world.get("/communities/funnels/funnel?" + query);
    }

    private void act(String member, @Nullable String group, String kind, String at) {
        Instant when = Instant.parse(at);
        world.act("funnels", member, group, kind, when, LocalDate.ofInstant(when, ZoneOffset.UTC));
    }

    private void joined(String member, String at) {
        Events members = new Events("member-service", Clock.fixed(Instant.parse(at), ZoneOffset.UTC));
        world.send(members.ofMember("funnels", member, 1, new MemberJoined(member, MemberStatus.ACTIVE, null, null)));
    }
}
