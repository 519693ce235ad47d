package dev.hearth.analytics.acquisition;

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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Acquisition over HTTP, from the joins that hearth.member tells. */
@QuarkusTest
@AnalyticsStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcquisitionResourceTest {
    @TestHTTPResource("/")
    URI service = URI.create("/");

    private World world;

    @BeforeAll
    void play() {
        world = new World(service);
        world.community("arrivals");
        joined("ada", "street", "2026-03-01T08:00:00Z");
        joined("bob", "street", "2026-03-02T08:00:00Z");
        joined("cid", null, "2026-03-02T09:00:00Z");
        world.act("arrivals", "ada", null, "post", LocalDate.parse("2026-03-01"));
        world.act("arrivals", "ada", null, "post", LocalDate.parse("2026-03-09"));
        world.act("arrivals", "cid", null, "post", LocalDate.parse("2026-03-03"));
        world.settle("arrivals");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void tellsWhatBecameOfThoseWhoCameByEachChannel() {
        JsonPath week = world.get("/communities/arrivals/acquisition?retainedAfterDays=7");
        assertThat(week.getList("items.channel")).isEqualTo(List.of("", "street"));
        assertThat(week.getList("items.joined")).isEqualTo(List.of(1, 2));
        assertThat(week.getList("items.activated")).isEqualTo(List.of(1, 1));
        assertThat(week.getList("items.mature")).isEqualTo(List.of(1, 2));
        assertThat(week.getList("items.retained")).isEqualTo(List.of(0, 1));
        assertThat(week.getDouble("items[1].retentionRate")).isEqualTo(0.5);
    }

    @Test
    void listsWhoCameByAChannelAndGotSoFar() {
        assertThat(members("")).isEqualTo(List.of("ada", "bob", "cid"));
        assertThat(members("&channel=street")).isEqualTo(List.of("ada", "bob"));
        assertThat(members("&withoutChannel=true")).isEqualTo(List.of("cid"));
        assertThat(members("&channel=street&stage=ACTIVATED")).isEqualTo(List.of("ada"));
        String looked = "&channel=street&retainedAfterDays=7&today=";
        assertThat(members(looked + "2026-03-31&stage=RETAINED")).isEqualTo(List.of("ada"));
        assertThat(members(looked + "2026-03-31&stage=LOST")).isEqualTo(List.of("bob"));
        assertThat(members(looked + "2026-03-05&stage=MATURE")).isEmpty();
        assertThat(world.get("/communities/arrivals/acquisition?retainedAfterDays=7&today=2026-03-05")
                        .getList("items.mature"))
                .isEqualTo(List.of(0, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=2026-03-01                               | ?to    | is missing
            from=2026-03-01&to=2026-03-31&stage=RETAINED  | ?today | depends on the day
            from=2026-03-01&to=2026-03-31&channel=app&withoutChannel=true | ?withoutChannel | leave out the one
            from=2026-03-01&to=2026-03-31&stage=STAYED    | ?stage | must be one of
            from=2026-03-01&to=2026-03-31&today=yesterday | ?today | must be a day
            """)
    void refusesAListThatNeedsMore(String query, String pointer, String detail) {
        given().auth()
                .oauth2(TestTokens.all())
                .get("/communities/arrivals/acquisition/members?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(detail));
    }

    private List<String> members(String query) {
        return world.get("/communities/arrivals/acquisition/members?from=2026-03-01&to=2026-03-31" + query)
                .getList("items.memberId");
    }

    @Test
    void aJoinLateInTheEveningOfUtcCountsForTheLocalDayThatWasTold() {
        world.community("eastern");
        Events late = new Events("member-service", Clock.fixed(Instant.parse("2026-03-01T23:30:00Z"), ZoneOffset.UTC));
        world.send(late.ofMember("eastern", "ada", 1, new MemberJoined("ada", MemberStatus.ACTIVE, "street", null)));
        world.send(late.ofMember(
                "eastern",
                "bob",
                1,
                new MemberJoined("bob", MemberStatus.ACTIVE, "street", LocalDate.parse("2026-03-02"))));
        world.act("eastern", "ada", null, "post", LocalDate.parse("2026-03-03"));
        world.act("eastern", "bob", null, "post", LocalDate.parse("2026-03-03"));
        world.settle("eastern");

        assertThat(joinedOn("2026-03-01")).isEqualTo(List.of(1));
        assertThat(joinedOn("2026-03-02")).isEqualTo(List.of(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "367", "soon"})
    void refusesDaysThatAreNone(String days) {
        given().auth()
                .oauth2(TestTokens.all())
                .get("/communities/arrivals/acquisition?retainedAfterDays=" + days)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?retainedAfterDays"))
                .body("errors[0].detail", containsString("must be"));
    }

    private List<Integer> joinedOn(String day) {
        return world.get("/communities/eastern/acquisition?from=" + day + "&to=" + day)
                .getList("items.joined");
    }

    private void joined(String member, @Nullable String channel, String at) {
        Events members = new Events("member-service", Clock.fixed(Instant.parse(at), ZoneOffset.UTC));
        world.send(
                members.ofMember("arrivals", member, 1, new MemberJoined(member, MemberStatus.ACTIVE, channel, null)));
    }
}
