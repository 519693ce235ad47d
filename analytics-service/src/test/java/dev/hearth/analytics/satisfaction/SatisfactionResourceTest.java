package dev.hearth.analytics.satisfaction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.hearth.analytics.AnalyticsStack;
import dev.hearth.analytics.World;
import dev.hearth.contract.engagement.EngagementRecorded;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Satisfaction and sales over HTTP: what values and targets of events become. */
@QuarkusTest
@AnalyticsStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SatisfactionResourceTest {
    @TestHTTPResource("/")
    URI service = URI.create("/");

    private World world;

    @BeforeAll
    void play() {
        world = new World(service);
        world.community("values");
        send("ada", "feedback.given", "survey-1", 9, "2026-03-01T08:00:00Z");
        send("bob", "feedback.given", "survey-1", 10, "2026-03-01T09:00:00Z");
        send("bob", "feedback.given", "survey-1", 3, "2026-03-02T09:00:00Z");
        send("cid", "feedback.given", "survey-2", 10, "2026-03-03T09:00:00Z");
        send("ada", "purchase.made", "order-1", 1500, "2026-03-01T10:00:00Z");
        send("ada", "purchase.made", "order-2", 500, "2026-03-09T10:00:00Z");
        send("ada", "purchase.refunded", "order-2", 500, "2026-03-10T10:00:00Z");
        world.settle("values");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void scoresEachMembersLastRatingOfWhatIsAskedFor() {
        JsonPath all = world.get("/communities/values/satisfaction?period=MONTH");
        assertThat(all.getLong("items[0].responses")).isEqualTo(3);
        assertThat(all.getDouble("items[0].score")).isEqualTo(0.333333);
        JsonPath one =
                world.get("/communities/values/satisfaction?period=MONTH&target=survey-1" + "&askedKind=purchase.made");
        assertThat(one.getLong("items[0].responses")).isEqualTo(2);
        assertThat(one.getDouble("items[0].score")).isZero();
        assertThat(one.getLong("items[0].asked")).isEqualTo(1);
        assertThat(one.getMap("items[0].ratings")).containsEntry("3", 1).containsEntry("9", 1);
    }

    @Test
    void listsWhoAnsweredHowAndWhoBought() {
        String month = "?window=2026-03";
        assertThat(members("satisfaction/members" + month)).isEqualTo(List.of("ada", "bob", "cid"));
        assertThat(members("satisfaction/members" + month + "&response=BAD")).isEqualTo(List.of("bob"));
        assertThat(members("satisfaction/members" + month + "&rating=10")).isEqualTo(List.of("cid"));
        assertThat(members("satisfaction/members" + month
                        + "&target=survey-2&askedKind=purchase.made&response=NOT_ANSWERED"))
                .isEqualTo(List.of("ada"));
        assertThat(members("sales/members" + month)).isEqualTo(List.of("ada"));
        assertThat(members("sales/members?window=2026-W09&buyer=REPEAT_BUYER")).isEmpty();
        assertThat(members("sales/members?window=2026-W11&buyer=REPEAT_BUYER")).isEqualTo(List.of("ada"));
        assertThat(members("sales/members" + month + "&buyer=ACTIVE_ONLY")).isEqualTo(List.of("bob", "cid"));
        given().auth()
                .oauth2(TestTokens.all())
                .get("/communities/values/satisfaction/members" + month + "&scale=CSAT&rating=6")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?rating"))
                .body("errors[0].detail", containsString("is 6, must be 1 to 5"));
    }

    @Test
    void listsWithinTheDaysOfANamedWindow() {
        given().auth()
                .oauth2(TestTokens.all())
                .contentType("application/json")
                .body("{\"name\":\"Early March\",\"from\":\"2026-03-01\",\"to\":\"2026-03-05\"}")
                .put("/communities/values/windows/early-march")
                .then()
                .statusCode(201);
        assertThat(members("sales/members?window=2026-W09&namedWindow=early-march"))
                .isEqualTo(List.of("ada"));
        given().auth()
                .oauth2(TestTokens.all())
                .get("/communities/values/sales/members?window=2026-W12&namedWindow=early-march")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?window"));
    }

    private List<String> members(String query) {
        return world.get("/communities/values/" + query).getList("items.memberId");
    }

    @Test
    void addsUpWhatWasBoughtAndWhatWasRefunded() {
        JsonPath sales = world.get("/communities/values/sales?period=MONTH");
        assertThat(sales.getLong("items[0].buyers")).isEqualTo(1);
        assertThat(sales.getLong("items[0].repeatBuyers")).isEqualTo(1);
        assertThat(sales.getLong("items[0].gross")).isEqualTo(2000);
        assertThat(sales.getLong("items[0].net")).isEqualTo(1500);
        assertThat(sales.getDouble("items[0].conversionRate")).isEqualTo(0.333333);
        assertThat(world.get("/communities/values/repurchase-intervals").getList("items.purchases"))
                .isEqualTo(List.of(0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            satisfaction?scale=STARS             | scale     | NPS, CSAT
            satisfaction?askedKind=a%20b         | askedKind | must be
            satisfaction?period=ROLLING_7_DAYS   | period    | DAY, ISO_WEEK, MONTH
            sales?period=ROLLING_30_DAYS         | period    | DAY, ISO_WEEK, MONTH
            repurchase-intervals?from=2026-13-01 | from      | must be a day
            """)
    void refusesWhatCannotBeAnswered(String question, String parameter, String detail) {
        given().auth()
                .oauth2(TestTokens.all())
                .urlEncodingEnabled(false)
                .get("/communities/values/" + question)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?" + parameter))
                .body("errors[0].detail", containsString(detail));
    }

    private void send(String member, String kind, String target, long value, String at) {
        Instant when = Instant.parse(at);
        Events engagement = new Events("engagement-service", Clock.systemUTC());
        world.send(engagement.ofMember(
                "values",
                member,
                0,
                new EngagementRecorded(
                        kind,
                        member,
                        null,
                        target,
                        value,
                        when,
                        "Europe/Berlin",
                        LocalDate.ofInstant(when, ZoneOffset.UTC),
                        true,
                        null)));
    }
}
