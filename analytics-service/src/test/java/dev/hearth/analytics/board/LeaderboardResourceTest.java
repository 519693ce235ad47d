package dev.hearth.analytics.board;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.hearth.analytics.AnalyticsStack;
import dev.hearth.analytics.World;
import dev.hearth.contract.engagement.EngagementRecorded;
import dev.hearth.contract.incentive.Cause;
import dev.hearth.contract.incentive.Credited;
import dev.hearth.contract.incentive.Debited;
import dev.hearth.contract.incentive.Movement;
import dev.hearth.contract.incentive.Reversed;
import dev.hearth.contract.member.GroupJoined;
import dev.hearth.local.test.TestTokens;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Events;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Event counts, leaderboards and ranks over HTTP, fed by the topics. */
@QuarkusTest
@AnalyticsStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeaderboardResourceTest {
    private static final Cause BY_RULE = new Cause("r-1", 1, "e-1", null);
    private static final Cause BY_CALLER = new Cause(null, null, null, "k-1");

    @TestHTTPResource("/")
    URI service = URI.create("/");

    private final Events incentive = new Events("incentive-service", Clock.systemUTC());
    private final Events members = new Events("member-service", Clock.systemUTC());
    private World world;

    @BeforeAll
    void play() {
        world = new World(service);
        world.community("boards");
        world.group("boards", "north");
        world.act("boards", "m10", "north", "post", day("2026-03-02"));
        world.act("boards", "m10", "north", "reply", day("2026-03-03"));
        world.act("boards", "m9", null, "post", day("2026-03-02"));
        world.act("boards", "m9", null, "reply", day("2026-03-10"));
        world.act("boards", "ada", "north", "message.posted", day("2026-03-11"));
        world.act("boards", "ada", "north", "content.published", day("2026-03-12"));
        world.act("boards", "ada", "north", "content.viewed", day("2026-03-12"));
        CloudEvent once = event("bob", "north", "post", "2026-03-03", null);
        world.send(once);
        world.send(once);
        bought("m9", 500);
        bought("bob", 700);
        world.send(members.ofMember("boards", "m9", 1, new GroupJoined("m9", "north", null)));
        credited("m9", "t-1", 30, "EARNED", BY_RULE);
        credited("m9", "t-2", 1000, "GRANTED", BY_CALLER);
        reversed("m9", "t-3", -1000, "t-2");
        credited("ada", "t-4", 40, "EARNED", BY_RULE);
        reversed("ada", "t-5", -15, "t-4");
        credited("ada", "t-6", 900, "TRANSFERRED", BY_CALLER);
        credited("bob", "t-7", 50, "EARNED", BY_RULE);
        debited("bob", "t-8", 5, "EARNED", BY_RULE);
        debited("bob", "t-9", 45, "REDEEMED", BY_CALLER);
        credited("cid", "t-10", 9999, "GRANTED", BY_CALLER);
        world.settle("boards");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void ranksByEventsWithTiesByIdAndTellsWhereTheListEnds() {
        JsonPath board = world.get("/communities/boards/leaderboards?limit=3&kind=post&kind=reply");
        assertThat(places(board)).containsExactly("1 m9 2", "1 m10 2", "3 bob 1");
        assertThat(board.getLong("members")).isEqualTo(3);
        JsonPath cut = world.get("/communities/boards/leaderboards?limit=1&kind=post&kind=reply");
        assertThat(places(cut)).containsExactly("1 m9 2");
        assertThat(cut.getMap("cutOff")).isEqualTo(Map.of("score", 2, "members", 2, "listed", 1));
        assertThat(cut.getString("by")).isEqualTo("EVENTS");
        assertThat(cut.getLong("asOf.lag")).isZero();
        assertThat(cut.getString("from")).isNull();
    }

    @Test
    void ranksInAGroupAndAWindow() {
        assertThat(places("group=north&kind=post&kind=reply")).containsExactly("1 m10 2", "2 bob 1");
        assertThat(places("window=DAY&on=2026-03-02")).containsExactly("1 m9 1", "1 m10 1");
        assertThat(places("window=ISO_WEEK&on=2026-03-08&group=north")).containsExactly("1 m10 2", "2 bob 1");
        assertThat(places("window=MONTH&on=2026-02-28")).isEmpty();
        assertThat(places("from=2026-03-03&to=2026-03-11&kind=reply&kind=message.posted"))
                .containsExactly("1 m9 1", "1 ada 1", "1 m10 1");
        JsonPath week = world.get("/communities/boards/leaderboards?window=ISO_WEEK&on=2026-03-08");
        assertThat(week.getString("from") + ".." + week.getString("to")).isEqualTo("2026-03-02..2026-03-08");
        assertThat(world.get("/communities/boards/leaderboards?window=DAY").getList("items"))
                .isEmpty();
    }

    @Test
    void pointsAreWhatRulesGaveAndPrizesNeverCount() {
        assertThat(places("by=POINTS&currency=points")).containsExactly("1 bob 45", "2 m9 30", "3 ada 25");
        assertThat(places("by=POINTS&currency=points&group=north")).containsExactly("1 m9 30");
        assertThat(places("by=POINTS&currency=gold")).isEmpty();
    }

    @Test
    void ranksByContributionAndByValue() {
        assertThat(places("by=CONTRIBUTION")).containsExactly("1 ada 6");
        assertThat(places("by=VALUE&kind=purchase.made")).containsExactly("1 bob 700", "2 m9 500");
    }

    @Test
    void aLateEventRanksAnewInTheWindowOfItsOwnDay() {
        world.community("late");
        world.act("late", "ada", null, "post", day("2026-03-10"));
        world.act("late", "bob", null, "post", day("2026-03-02"));
        world.settle("late");
        String week = "/communities/late/leaderboards?window=ISO_WEEK&on=2026-03-02";
        assertThat(places(world.get(week))).containsExactly("1 bob 1");
        world.act("late", "ada", null, "post", day("2026-03-03"));
        world.act("late", "ada", null, "reply", day("2026-03-03"));
        world.settle("late");
        assertThat(places(world.get(week))).containsExactly("1 ada 2", "2 bob 1");
        JsonPath rank = world.get("/communities/late/members/bob/rank?window=ISO_WEEK&on=2026-03-02");
        assertThat(rank.getLong("rank")).isEqualTo(2);
        assertThat(rank.getLong("score")).isEqualTo(1);
        assertThat(rank.getLong("members")).isEqualTo(2);
    }

    @Test
    void tellsTheRankOfAnybody() {
        JsonPath rank = world.get("/communities/boards/members/m10/rank?kind=post&kind=reply");
        assertThat(rank.getLong("rank")).isEqualTo(1);
        assertThat(rank.getLong("tied")).isEqualTo(2);
        assertThat(rank.getLong("members")).isEqualTo(3);
    }

    @Test
    void countsEventsByKindInEveryPeriod() {
        JsonPath days = world.get("/communities/boards/event-counts?from=2026-03-01&to=2026-03-03");
        assertThat(days.getList("items.events")).isEqualTo(List.of(0, 2, 2));
        assertThat(days.getList("items[2].kinds.kind")).isEqualTo(List.of("post", "reply"));
        JsonPath month = world.get("/communities/boards/event-counts?period=MONTH&from=2026-03-01&kind=purchase.made"
                + "&kind=incentive.granted:points");
        assertThat(month.getList("items.events")).isEqualTo(List.of(4));
        assertThat(month.getLong("items[0].value")).isEqualTo(500 + 700 + 1000 + 9999);
        assertThat(world.get(
                                "/communities/boards/event-counts?period=ISO_WEEK&group=north&from=2026-03-02&to=2026-03-09")
                        .getList("items.events"))
                .isEqualTo(List.of(3, 3));
    }

    @Test
    void tellsHowEvenlyItIsSpread() {
        JsonPath received =
                world.get("/communities/boards/distribution?by=RECEIVED&currency=points&window=DAY&on=2026-03-05");
        assertThat(received.getLong("members")).isEqualTo(4);
        assertThat(received.getLong("sum")).isEqualTo(1030 + 40 + 50 + 9999);
        // x = 40, 50, 1030, 9999: (2 · 43226 - 5 · 11119) / (4 · 11119)
        assertThat(received.getDouble("gini")).isEqualTo(0.69379);
        assertThat(received.getDouble("topShares[0].share")).isEqualTo(0.899272);
        JsonPath points = world.get("/communities/boards/distribution?by=POINTS&currency=points&over=ACTIVE");
        assertThat(points.getLong("members")).isEqualTo(4);
        assertThat(points.getLong("sum")).isEqualTo(45 + 30 + 25);
        assertThat(points.getList("items.percent")).isEqualTo(List.of(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100));
        assertThat(points.getDouble("items[5].share")).isEqualTo(0.25);
        JsonPath nothing = world.get("/communities/boards/distribution?by=POINTS&currency=gold");
        assertThat(nothing.getString("gini")).isNull();
        assertThat(nothing.getList("items")).isEmpty();
    }

    @Test
    void listsWhoReceivesHowMuchAndOverWhomItIsSpread() {
        String received = "by=RECEIVED&currency=points&window=DAY&on=2026-03-05";
        JsonPath board = world.get("/communities/boards/leaderboards?" + received);
        assertThat(board.getList("items.score")).isEqualTo(List.of(9999, 1030, 50, 40));
        JsonPath members = world.get("/communities/boards/distribution/members?" + received);
        assertThat(members.getInt("total")).isEqualTo(4);
        assertThat(members.getList("items.memberId"))
                .containsExactlyInAnyOrderElementsOf(board.getList("items.memberId"));
        for (String over : List.of("RECEIVERS", "ACTIVE")) {
            String points = "by=RECEIVED&currency=points&over=" + over;
            assertThat(world.get("/communities/boards/distribution/members?limit=1&" + points)
                            .getInt("total"))
                    .isEqualTo(world.get("/communities/boards/distribution?" + points)
                            .getInt("members"))
                    .isPositive();
        }
    }

    @Test
    void theCurveIsHadAsCsv() {
        assertThat(given().auth()
                        .oauth2(TestTokens.all())
                        .get("/communities/boards/distribution?by=POINTS&currency=points&format=csv")
                        .then()
                        .statusCode(200)
                        .contentType(startsWith("text/csv"))
                        .extract()
                        .asString())
                .startsWith("percent,share\r\n0,0");
        assertThat(given().auth()
                        .oauth2(TestTokens.all())
                        .get("/communities/boards/members/m10/rank?kind=post&kind=reply&format=csv")
                        .asString())
                .startsWith("memberId,rank,score,tied,members,asOf.")
                .contains("\r\nm10,1,");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            leaderboards?by=LUCK                                   | 400 | invalid-parameter           | ?by       | EVENTS
            leaderboards?by=RECEIVED                               | 400 | undefined-board             | ?currency | missing
            leaderboards?limit=0                                   | 400 | invalid-parameter           | ?limit    | 1 to 200
            leaderboards?limit=many                                | 400 | invalid-parameter           | ?limit    | whole number
            leaderboards?by=POINTS                                 | 400 | undefined-board             | ?currency | missing
            leaderboards?by=POINTS&currency=a%20b                  | 400 | invalid-parameter           | ?currency | must be
            leaderboards?by=POINTS&currency=points&kind=post       | 400 | undefined-board             | ?kind     | must not be given
            leaderboards?currency=points                           | 400 | undefined-board             | ?currency | must not be given
            leaderboards?by=VALUE                                  | 400 | undefined-board             | ?kind     | missing
            leaderboards?window=YEAR                               | 400 | invalid-parameter           | ?window   | ISO_WEEK
            leaderboards?window=DAY&from=2026-03-01                | 400 | undefined-board             | ?window   | from or to
            leaderboards?on=2026-03-01                             | 400 | undefined-board             | ?on       | window=DAY
            leaderboards?window=DAY&on=2026-02-30                  | 400 | invalid-parameter           | ?on       | 2026-03-14
            leaderboards?from=2026-03-02&to=2026-03-01             | 400 | range-ends-before-it-begins | ?to       | must not be before
            leaderboards?from=0001-01-01&to=2026-03-01             | 400 | range-too-long              | ?from     | or later
            leaderboards?group=south                               | 404 | unknown-group               | ?group    | south
            members/nobody/rank                                    | 404 | unranked-member             | {member}  | nothing that counts
            distribution?over=NOBODY                               | 400 | invalid-parameter           | ?over     | RECEIVERS
            distribution?by=RECEIVED                               | 400 | undefined-board             | ?currency | missing
            distribution/members?window=DAY                        | 400 | invalid-parameter           | ?on       | missing
            distribution/members?window=DAY&on=2026-03-05&limit=0  | 400 | invalid-parameter           | ?limit    | 1
            event-counts?period=ROLLING_7_DAYS                     | 400 | unknown-period              | ?period   | MONTH
            """)
    void refusesWhatIsNoBoard(String question, int status, String type, String pointer, String detail) {
        given().auth()
                .oauth2(TestTokens.all())
                .urlEncodingEnabled(false)
                .get("/communities/boards/" + question)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(detail));
    }

    private List<String> places(String question) {
        return places(world.get("/communities/boards/leaderboards?" + question));
    }

    private static List<String> places(JsonPath board) {
        return board.<Map<String, Object>>getList("items").stream()
                .map(item -> item.get("rank") + " " + item.get("memberId") + " " + item.get("score"))
                .toList();
    }

    private void bought(String member, long price) {
        world.send(event(member, null, "purchase.made", "2026-03-20", price));
    }

    private static CloudEvent event(
            String member, @Nullable String group, String kind, String day, @Nullable Long value) {
        Instant at = Instant.parse(day + "T12:00:00Z");
        return new Events("engagement-service", Clock.systemUTC())
                .ofMember(
                        "boards",
                        member,
                        0,
                        new EngagementRecorded(
                                kind, member, group, null, value, at, "Europe/Berlin", day(day), true, null));
    }

    private void credited(String member, String transaction, long amount, String type, Cause cause) {
        send(
                member,
                new Credited(
                        member, transaction, "points", amount, cause, day("2026-03-05"), movement(type, amount, null)));
    }

    private void debited(String member, String transaction, long amount, String type, Cause cause) {
        send(
                member,
                new Debited(
                        member,
                        transaction,
                        "points",
                        amount,
                        cause,
                        day("2026-03-06"),
                        movement(type, -amount, null)));
    }

    private void reversed(String member, String transaction, long amount, String reverses) {
        send(
                member,
                new Reversed(
                        member,
                        transaction,
                        "points",
                        amount,
                        BY_CALLER,
                        day("2026-03-07"),
                        movement("REVERSED", amount, reverses)));
    }

    private void send(String member, Record payload) {
        world.send(incentive.ofMember("boards", member, 1, payload));
    }

    private static Movement movement(String type, long net, @Nullable String reverses) {
        return new Movement(type, net, 0, 0, 0, null, reverses);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
