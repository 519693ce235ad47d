package dev.hearth.analytics.participation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.hearth.analytics.AnalyticsStack;
import dev.hearth.analytics.World;
import dev.hearth.contract.member.MemberJoined;
import dev.hearth.contract.member.MemberLeft;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@AnalyticsStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParticipationTest {
    @TestHTTPResource("/")
    URI service = URI.create("/");

    private World world;

    @BeforeAll
    void play() {
        world = new World(service);
        world.community("partaking");
        for (String member : List.of("ann", "bob", "cid", "dan")) {
            world.send(membersOn("2026-03-02")
                    .ofMember("partaking", member, 1, new MemberJoined(member, MemberStatus.ACTIVE, null, null)));
        }
        world.send(membersOn("2026-03-10").ofMember("partaking", "dan", 2, new MemberLeft("dan", null, null)));
        world.act("partaking", "ann", null, "post", day("2026-03-03"));
        world.act("partaking", "ann", null, "reply", day("2026-03-03"));
        world.act("partaking", "bob", null, "post", day("2026-03-04"));
        world.act("partaking", "guest", null, "post", day("2026-03-05"));
        world.act("partaking", "ann", null, "post", day("2026-03-11"));
        world.settle("partaking");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void tellsHowManyTakePartAndHowMuch() {
        JsonPath weeks = world.get("/communities/partaking/participation?period=ISO_WEEK&to=2026-03-18");

        assertThat(weeks.getList("items.period")).isEqualTo(List.of("2026-W10", "2026-W11", "2026-W12"));
        assertThat(weeks.getList("items.active")).isEqualTo(List.of(3, 1, 0));
        assertThat(weeks.getList("items.members")).isEqualTo(List.of(4, 3, 3));
        assertThat(weeks.getList("items.activeMembers")).isEqualTo(List.of(2, 1, 0));
        assertThat(weeks.getList("items.participation")).isEqualTo(List.of(0.5f, 0.333333f, 0.0f));
        assertThat(weeks.getList("items.knownTotal")).isEqualTo(List.of(3, 3, 3));
        assertThat(weeks.getList("items.participationOfKnown")).isEqualTo(List.of(1.0f, 0.333333f, 0.0f));
        assertThat(weeks.getList("items.acts")).isEqualTo(List.of(4, 1, 0));
        assertThat(weeks.getList("items.actsPerActive")).isEqualTo(Arrays.asList(1.333333f, 1.0f, null));
        assertThat(weeks.getList("items.targetedShare")).isEqualTo(Arrays.asList(0.0f, 0.0f, null));
    }

    @Test
    void listsWhoTakesPartAndWhoDoesNot() {
        assertThat(members("window=2026-W10")).containsExactly("ann", "bob", "guest");
        assertThat(members("window=2026-W10&standing=ACTIVE_MEMBERS")).containsExactly("ann", "bob");
        assertThat(members("window=2026-W10&standing=SILENT_MEMBERS")).containsExactly("cid", "dan");
        assertThat(members("window=2026-W11&standing=MEMBERS")).containsExactly("ann", "bob", "cid");
    }

    @Test
    void tellsHowMuchAMemberTakesPart() {
        JsonPath weeks = world.get("/communities/partaking/members/ann/participation?period=ISO_WEEK");

        assertThat(weeks.getList("items.acts")).isEqualTo(List.of(2, 1));
        assertThat(weeks.getList("items.activeDays")).isEqualTo(List.of(1, 1));
        assertThat(weeks.getList("items.actsPerActiveDay")).isEqualTo(List.of(2.0f, 1.0f));
        assertThat(weeks.getList("items.participation")).isEqualTo(List.of(0.142857f, 0.142857f));
        assertThat(world.get("/communities/partaking/members/ann/participation?period=MONTH&kind=never")
                        .getList("items.acts"))
                .isEqualTo(List.of(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nowhere/participation                                        | 404 | unknown-community            |
            partaking/participation?group=south                          | 404 | unknown-group                | ?group
            partaking/participation?period=ROLLING_7_DAYS                | 400 | unknown-period               | ?period
            partaking/participation?from=2026-03-02&to=2026-03-01        | 400 | range-ends-before-it-begins  | ?to
            partaking/participation/members                              | 400 | invalid-parameter            | ?window
            partaking/participation/members?window=2026-W10&standing=ALL | 400 | invalid-parameter            | ?standing
            partaking/members/nobody/participation                       | 404 | unknown-member               | {member}
            partaking/members/a%20b/participation                        | 400 | invalid-parameter            | {member}
            partaking/members/ann/participation?period=YEAR              | 400 | unknown-period               | ?period
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

    private List<String> members(String question) {
        return world.get("/communities/partaking/participation/members?" + question)
                .getList("items.memberId");
    }

    private static Events membersOn(String day) {
        return new Events("member-service", Clock.fixed(Instant.parse(day + "T10:00:00Z"), ZoneOffset.UTC));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
