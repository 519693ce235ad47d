package dev.hearth.analytics.cohort;

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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@AnalyticsStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CohortsTest {
    @TestHTTPResource("/")
    URI service = URI.create("/");

    private World world;

    @BeforeAll
    void play() {
        world = new World(service);
        world.community("cohorts");
        world.community("hushed");
        world.group("cohorts", "north");
        // W09: ann; W10: ann, bob; W11: bob, cid; W12: nobody; W13: ann
        act("ann", "north", "signup", "2026-02-25");
        act("ann", "north", "post", "2026-02-26");
        act("bob", null, "signup", "2026-02-26");
        act("ann", "north", "post", "2026-03-02");
        act("bob", null, "post", "2026-03-08");
        act("bob", "north", "post", "2026-03-09");
        act("cid", "north", "post", "2026-03-10");
        act("ann", null, "reply", "2026-03-25");
        // Acted years before anybody is known to have joined.
        world.community("belated");
        world.act("belated", "ann", null, "post", LocalDate.parse("2023-01-10"));
        world.send(new Events("member-service", Clock.systemUTC())
                .ofMember("belated", "ann", 1, new MemberJoined("ann", MemberStatus.ACTIVE, null, null)));
        world.settle("belated");
        world.settle("cohorts");
        world.settle("hushed");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void tellsWhoIsNewReturningResurrectedAndDormant() {
        JsonPath weeks = world.get("/communities/cohorts/lifecycle?period=ISO_WEEK&kind=post&kind=reply");

        assertThat(weeks.getList("items.period"))
                .isEqualTo(List.of("2026-W09", "2026-W10", "2026-W11", "2026-W12", "2026-W13"));
        assertThat(weeks.getList("items.active")).isEqualTo(List.of(1, 2, 2, 0, 1));
        assertThat(weeks.getList("items.newMembers")).isEqualTo(List.of(1, 1, 1, 0, 0));
        assertThat(weeks.getList("items.returning")).isEqualTo(List.of(0, 1, 1, 0, 0));
        assertThat(weeks.getList("items.resurrected")).isEqualTo(List.of(0, 0, 0, 0, 1));
        assertThat(weeks.getList("items.newlyDormant")).isEqualTo(List.of(0, 0, 1, 2, 0));
        assertThat(weeks.getList("items.dormantTotal")).isEqualTo(List.of(0, 0, 1, 3, 2));
        assertThat(weeks.getList("items.knownTotal")).isEqualTo(List.of(1, 2, 3, 3, 3));
        assertThat(weeks.getList("items.windowComplete")).isEqualTo(List.of(false, true, true, true, false));
        assertThat(world.get("/communities/cohorts/lifecycle?period=MONTH&group=north")
                        .getList("items.newMembers"))
                .isEqualTo(List.of(1, 2));
    }

    @Test
    void tellsWhatIsLeftOfCohorts() {
        JsonPath weeks = world.get("/communities/cohorts/retention?period=ISO_WEEK&periods=4&kind=post&kind=reply");

        assertThat(weeks.getList("items.size")).isEqualTo(List.of(1, 1, 1, 0, 0));
        assertThat(weeks.getList("items[0].retained.active")).isEqualTo(List.of(1, 1, 0, 0, 1));
        assertThat(weeks.getList("items[1].retained.active")).isEqualTo(Arrays.asList(1, 1, 0, 0, null));
        assertThat(weeks.getList("items.periodsOver")).isEqualTo(List.of(4, 3, 2, 1, 0));
        assertThat(weeks.getList("means.cohorts")).isEqualTo(List.of(3, 3, 2, 1, 0));
        assertThat(weeks.getList("cohortKinds")).isEmpty();
        assertThat(world.get(
                                "/communities/cohorts/retention?period=ISO_WEEK&periods=4&mode=UNBOUNDED&kind=post&kind=reply")
                        .getList("items[0].retained.active"))
                .isEqualTo(List.of(1, 1, 1, 1, 1));
        given().auth()
                .oauth2(TestTokens.all())
                .get("/communities/cohorts/retention?period=ISO_WEEK&periods=2&kind=post&kind=reply")
                .then()
                .statusCode(200)
                .body(containsString("{\"k\":2,\"active\":0,\"rate\":0.000000}"))
                .body(containsString("{\"k\":0,\"active\":0,\"rate\":null}"))
                .body(containsString("{\"k\":2,\"active\":null,\"rate\":null}"))
                .body(containsString("{\"k\":1,\"cohorts\":3,\"mean\":0.666667,\"pooled\":0.666667}"));
    }

    @Test
    void makesCohortsOfThoseWhoFirstDidAnActOfAKind() {
        JsonPath signedUp = world.get(
                "/communities/cohorts/retention?period=ISO_WEEK&periods=2&cohortKind=signup&kind=post&kind=reply");
        assertThat(signedUp.getList("items.size")).isEqualTo(List.of(2, 0, 0, 0, 0));
        assertThat(signedUp.getList("items[0].retained.active")).isEqualTo(List.of(1, 2, 1));
        assertThat(signedUp.getList("cohortKinds")).isEqualTo(List.of("signup"));

        String inNorth =
                "/communities/cohorts/retention?period=ISO_WEEK&periods=2&cohortKind=signup&kind=post&group=north";
        assertThat(world.get(inNorth).getList("items[0].retained.active")).isEqualTo(List.of(1, 1, 0));
        assertThat(world.get(inNorth + "&cohortPlace=COMMUNITY").getList("items[0].retained.active"))
                .isEqualTo(List.of(1, 1, 1));
    }

    @Test
    void listsTheMembersBehindEveryFigure() {
        assertThat(members("lifecycle/members?window=2026-W13&state=RESURRECTED&kind=post&kind=reply"))
                .containsExactly("ann");
        assertThat(members("lifecycle/members?window=2026-W12&state=NEWLY_DORMANT&kind=post&kind=reply"))
                .containsExactly("bob", "cid");
        assertThat(members("lifecycle/members?window=2026-W12&state=DORMANT&from=2026-03-20&to=2026-03-31"))
                .containsExactly("ann", "bob", "cid");
        assertThat(members("lifecycle/members?window=2026-03&group=north")).containsExactly("ann", "bob", "cid");
        assertThat(members("retention/members?cohort=2026-W09")).containsExactly("ann", "bob");
        assertThat(members("retention/members?cohort=2026-W09&k=2")).containsExactly("bob");
        assertThat(members("retention/members?cohort=2026-W09&k=2&mode=UNBOUNDED"))
                .containsExactly("ann", "bob");
        assertThat(members("retention/members?cohort=2026-W09&cohortKind=signup&k=1&kind=post&group=north"))
                .containsExactly("ann");
        assertThat(members("retention/members?cohort=2026-02-26&k=4&kind=post")).containsExactly("ann");
    }

    @Test
    void aCommunityWithoutActsHasNoCohortsUnlessDaysAreNamed() {
        assertThat(world.get("/communities/hushed/retention").getList("items")).isEmpty();
        assertThat(world.get("/communities/hushed/lifecycle").getList("items")).isEmpty();
        JsonPath named = world.get("/communities/hushed/retention?from=2026-03-01&to=2026-03-02&periods=1");
        assertThat(named.getList("items.size")).isEqualTo(List.of(0, 0));
        assertThat(named.getList("items[0].retained.active")).isEqualTo(Arrays.asList(null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nowhere/lifecycle                                              | 404 | unknown-community            |
            cohorts/lifecycle?group=south                                  | 404 | unknown-group                | ?group
            cohorts/lifecycle?period=ROLLING_7_DAYS                        | 400 | unknown-period               | ?period
            cohorts/lifecycle?from=2026-03-02&to=2026-03-01                | 400 | range-ends-before-it-begins  | ?to
            cohorts/lifecycle?from=2023-01-01&to=2026-03-01                | 400 | range-too-long               | ?from
            cohorts/lifecycle/members                                      | 400 | invalid-parameter            | ?window
            cohorts/lifecycle/members?window=2026-W54                      | 400 | invalid-parameter            | ?window
            cohorts/lifecycle/members?window=2026-02-30                    | 400 | invalid-parameter            | ?window
            cohorts/lifecycle/members?window=0000-01                       | 400 | invalid-parameter            | ?window
            cohorts/lifecycle/members?window=March                         | 400 | invalid-parameter            | ?window
            cohorts/lifecycle/members?window=2026-W10&state=GONE           | 400 | invalid-parameter            | ?state
            cohorts/lifecycle/members?window=2026-W10&from=2026-03-09      | 400 | range-ends-before-it-begins  | ?to
            cohorts/lifecycle/members?window=2026-W10&from=2026-01-01&to=2026-01-31 | 400 | invalid-parameter   | ?window
            cohorts/retention/members?cohort=2026-W10&from=2026-04-01&to=2026-04-30 | 400 | invalid-parameter   | ?cohort
            cohorts/lifecycle/members?window=2026-W10&group=south          | 404 | unknown-group                | ?group
            belated/retention?from=2023-01-01&cohortKind=member.joined     | 400 | range-too-long               | ?from
            cohorts/retention?period=ROLLING_30_DAYS                       | 400 | unknown-period               | ?period
            cohorts/retention?periods=0                                    | 400 | invalid-parameter            | ?periods
            cohorts/retention?periods=61                                   | 400 | invalid-parameter            | ?periods
            cohorts/retention?periods=many                                 | 400 | invalid-parameter            | ?periods
            cohorts/retention?mode=ROUGH                                   | 400 | invalid-parameter            | ?mode
            cohorts/retention?cohortKind=%2f                               | 400 | invalid-parameter            | ?cohortKind
            cohorts/retention?cohortPlace=HERE                             | 400 | invalid-parameter            | ?cohortPlace
            cohorts/retention?from=2026-03-02&to=2026-03-01                | 400 | range-ends-before-it-begins  | ?to
            cohorts/retention/members?k=1                                  | 400 | invalid-parameter            | ?cohort
            cohorts/retention/members?cohort=2026-W10&k=61                 | 400 | invalid-parameter            | ?k
            cohorts/retention/members?cohort=2026-W10&k=-1                 | 400 | invalid-parameter            | ?k
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

    private List<String> members(String question) {
        JsonPath page = world.get("/communities/cohorts/" + question);
        assertThat(page.getInt("total")).isEqualTo(page.getList("items").size());
        return page.getList("items.memberId");
    }

    private void act(String member, @Nullable String group, String kind, String day) {
        world.act("cohorts", member, group, kind, LocalDate.parse(day));
    }
}
