package dev.hearth.member.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.hearth.local.test.TestTokens;
import dev.hearth.member.Api;
import dev.hearth.member.MemberStack;
import dev.hearth.member.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@MemberStack
class MemberResourceTest {
    private static final Topic FACTS = new Topic("hearth.member");
    private static final Topic STATES = new Topic("hearth.member-state");

    private final Api api = Api.all();
    private String community = "";
    private String members = "";
    private String ada = "";

    @BeforeEach
    void establishACommunity() {
        community = api.community("OPEN");
        members = "/communities/" + community + "/members";
        ada = members + "/ada";
        api.group(community, "runners");
        api.group(community, "swimmers");
    }

    @Test
    void whoIsTakenOverFromElsewhereJoinedLongAgo() {
        String body = "{\"channel\":\"mail\",\"groups\":[\"runners\"],\"joinedAt\":\"2024-05-01T08:00:00.1234567Z\"}";
        api.put(ada, body).then().statusCode(201).body("joinedAt", equalTo("2024-05-01T08:00:00.123456Z"));
        api.put(ada, body).then().statusCode(200).header("ETag", "\"1\"");

        assertThat(FACTS.ofKey(community + "/ada", 2))
                .extracting(fact -> Topic.header(fact, "ce_time"))
                .containsOnly("2024-05-01T08:00:00.123456Z");
    }

    @Test
    void factsCountForTheLocalDayOfTheCommunityOrOfTheGroup() {
        moveTo("Asia/Shanghai", 1);
        api.put("/communities/" + community + "/groups/swimmers", "{\"name\":\"G\",\"zone\":\"America/New_York\"}", 1)
                .then()
                .statusCode(200);

        api.put(ada, "{\"groups\":[\"runners\",\"swimmers\"],\"joinedAt\":\"2024-05-01T23:30:00Z\"}")
                .then()
                .statusCode(201);

        assertThat(localDates("ada", 3)).containsExactly("2024-05-02", "2024-05-02", "2024-05-01");
    }

    @Test
    void aZoneThatIsChangedMovesOnlyWhatComesAfter() {
        String late = "{\"joinedAt\":\"2024-05-01T23:30:00Z\"}";
        moveTo("Asia/Shanghai", 1);
        api.put(ada, late).then().statusCode(201);
        moveTo("America/New_York", 2);
        api.put(members + "/bob", late).then().statusCode(201);
        api.put(ada, late).then().statusCode(200);

        assertThat(localDates("ada", 1)).containsExactly("2024-05-02");
        assertThat(localDates("bob", 1)).containsExactly("2024-05-01");
    }

    /** At any time the day of one of these two zones is not that of UTC. */
    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Pago_Pago"})
    void everyFactCountsForTheLocalDayOfItsTime(String zone) {
        moveTo(zone, 1);
        api.put(ada, "{\"groups\":[\"runners\"]}").then().statusCode(201);
        api.patch(ada, "{\"tags\":[\"host\"],\"level\":3,\"displayName\":\"Ada\"}", 1)
                .then()
                .statusCode(200);
        api.put(ada + "/status", "{\"status\":\"BANNED\"}").then().statusCode(200);
        api.put(ada + "/status", "{\"status\":\"LEFT\"}").then().statusCode(200);

        assertThat(FACTS.ofKey(community + "/ada", 8)).allSatisfy(fact -> {
            Instant time = Instant.parse(Topic.header(fact, "ce_time"));
            assertThat(Topic.payload(fact).path("localDate").asText())
                    .isEqualTo(LocalDate.ofInstant(time, ZoneId.of(zone)).toString());
        });
    }

    @Test
    void nobodyJoinsAheadOfNowNorTwiceAtDifferentTimesNorDatesItsOwnJoining() {
        api.put(ada, "{\"joinedAt\":\"2999-01-01T00:00:00Z\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/joinedAt"));
        api.put(ada, "{\"joinedAt\":\"1969-12-31T23:59:59Z\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/joinedAt"));

        api.put(ada, "{\"joinedAt\":\"2024-05-01T08:00:00Z\"}").then().statusCode(201);
        api.put(ada, "{\"joinedAt\":\"2024-05-02T08:00:00Z\"}", 1)
                .then()
                .statusCode(422)
                .body("errors[0].detail", containsString("2024-05-01T08:00:00Z"));

        String bob = members + "/bob";
        Api itself = Api.with(TestTokens.member(community, "bob", "members:write"));
        itself.put(bob, "{\"joinedAt\":\"2024-05-01T08:00:00Z\"}").then().statusCode(403);
    }

    @Test
    void isEnrolledOnceAndThenFound() {
        String body =
                "{\"displayName\":\"Ada\",\"channel\":\"mail\",\"zone\":\"Europe/London\",\"groups\":[\"runners\"],"
                        + "\"tags\":[\"b\",\"a\"],\"level\":2,\"planted\":true}";
        api.put(ada, body)
                .then()
                .statusCode(201)
                .header("Location", endsWith(ada))
                .header("ETag", "\"1\"")
                .body("status", equalTo("ACTIVE"))
                .body("tags", equalTo(List.of("a", "b")))
                .body("groups", equalTo(List.of("runners")));
        String read = api.get(ada).then().statusCode(200).extract().asString();
        Response again = api.put(ada, body);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(read);
        assertThat(FACTS.typesOf(community + "/ada", 2)).containsExactly("joined.v1", "group-joined.v1");
        assertThat(STATES.ofKey(community + "/ada", 1)).hasSize(1);
    }

    @Test
    void isToldByWholeEventsInOrder() {
        api.put(ada, "{\"groups\":[\"runners\"],\"channel\":\"mail\"}").then().statusCode(201);
        api.patch(ada, "{\"tags\":[\"host\"],\"level\":3,\"displayName\":\"Ada\"}", 1)
                .then()
                .statusCode(200);
        api.put(ada + "/status", "{\"status\":\"BANNED\",\"reason\":\"spam\"}")
                .then()
                .statusCode(200);
        api.put(ada + "/status", "{\"status\":\"ACTIVE\"}").then().statusCode(200);
        api.post(ada + "/departures", "{\"reason\":\"bored\"}").then().statusCode(200);

        var facts = FACTS.ofKey(community + "/ada", 9);
        assertThat(facts.stream().map(fact -> Topic.header(fact, "ce_aggregateversion")))
                .containsExactly("1", "1", "2", "2", "2", "3", "4", "5", "5");
        assertThat(facts.stream().map(fact -> Topic.header(fact, "ce_type").replace("dev.hearth.member.", "")))
                .containsExactly(
                        "joined.v1",
                        "group-joined.v1",
                        "tagged.v1",
                        "level-changed.v1",
                        "profile-changed.v1",
                        "status-changed.v1",
                        "status-changed.v1",
                        "group-left.v1",
                        "left.v1");
        var joined = facts.getFirst();
        LocalDate joinedOn =
                LocalDate.ofInstant(Instant.parse(Topic.header(joined, "ce_time")), ZoneId.of("Europe/Berlin"));
        assertThat(Topic.payload(joined).toString())
                .isEqualTo("{\"memberId\":\"ada\",\"status\":\"ACTIVE\",\"channel\":\"mail\",\"localDate\":\""
                        + joinedOn + "\"}");
        assertThat(Topic.header(joined, "ce_specversion")).isEqualTo("1.0");
        assertThat(Topic.header(joined, "ce_source")).isEqualTo("/member-service");
        assertThat(Topic.header(joined, "ce_subject")).isEqualTo("ada");
        assertThat(Topic.header(joined, "ce_community")).isEqualTo(community);
        assertThat(Topic.header(joined, "content-type")).isEqualTo("application/json");
        assertThat(Topic.header(joined, "traceparent")).startsWith("00-");
        assertThat(UUID.fromString(Topic.header(joined, "ce_id")).version()).isEqualTo(7);
        assertThat(facts.stream().map(fact -> Topic.header(fact, "ce_id"))).doesNotHaveDuplicates();

        var states = STATES.ofKey(community + "/ada", 5);
        assertThat(Topic.payload(states.get(1)).toString())
                .isEqualTo(
                        "{\"community\":\"" + community + "\",\"memberId\":\"ada\",\"status\":\"ACTIVE\",\"level\":3,"
                                + "\"groups\":[\"runners\"],\"tags\":[\"host\"],\"planted\":false,\"version\":2}");
        assertThat(Topic.payload(states.getLast()).path("status").asText()).isEqualTo("LEFT");
        assertThat(Topic.payload(states.getLast()).path("groups")).isEmpty();
    }

    @Test
    void needsTheVersionThatWasReadToChange() {
        api.put(ada, "{\"displayName\":\"Ada\"}").then().statusCode(201);

        api.put(ada, "{\"displayName\":\"Eve\"}").then().statusCode(428);
        api.put(ada, "{\"displayName\":\"Eve\"}", 2).then().statusCode(412);
        api.get(ada).then().body("displayName", equalTo("Ada")).body("version", equalTo(1));
        api.put(ada, "{\"displayName\":\"Eve\"}", 1).then().statusCode(200).header("ETag", "\"2\"");
        api.json("{\"level\":1}")
                .contentType("application/merge-patch+json")
                .patch(ada)
                .then()
                .statusCode(428);
        assertThat(FACTS.typesOf(community + "/ada", 2)).containsExactly("joined.v1", "profile-changed.v1");
    }

    @Test
    void keepsWhatAPutLeavesOut() {
        api.put(ada, "{\"displayName\":\"Ada\",\"groups\":[\"runners\"],\"tags\":[\"t\"],\"level\":4}")
                .then()
                .statusCode(201);

        api.put(ada, "{}").then().statusCode(200).header("ETag", "\"1\"");
        api.request().noContentType().put(ada).then().statusCode(200).header("ETag", "\"1\"");
        api.put(ada, "{\"groups\":[],\"displayName\":\"\"}", 1)
                .then()
                .statusCode(200)
                .body("groups", equalTo(List.of()))
                .body("$", not(hasKey("displayName")))
                .body("tags", equalTo(List.of("t")))
                .body("level", equalTo(4));
    }

    @Test
    void isAmendedByAMergePatch() {
        api.put(ada, "{\"displayName\":\"Ada\",\"channel\":\"mail\",\"tags\":[\"t\"]}")
                .then()
                .statusCode(201);

        api.patch(ada, "{\"channel\":null,\"tags\":null,\"planted\":true}", 1)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("displayName", equalTo("Ada"))
                .body("$", not(hasKey("channel")))
                .body("tags", equalTo(List.of()))
                .body("planted", equalTo(true));
        api.patch(ada, "{\"planted\":true}", 2).then().statusCode(200).header("ETag", "\"2\"");
        api.patch(ada, "{\"level\":\"1\"}", 2)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/level"))
                .body("errors[0].detail", containsString("a whole number"));
        api.patch(ada, "[]", 2).then().statusCode(400);
        api.patch(members + "/nobody", "{}", 1)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-member"));
    }

    @Test
    void isEnrolledOnceHoweverManyTryAtOnce() throws Exception {
        int callers = 24;
        List<Integer> statuses = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(callers)) {
            Callable<Integer> call = () -> api.put(ada, "{\"displayName\":\"Ada\",\"groups\":[\"runners\"]}")
                    .statusCode();
            for (Future<Integer> status : pool.invokeAll(
                    IntStream.range(0, callers).mapToObj(i -> call).toList())) {
                statuses.add(status.get());
            }
        }

        assertThat(statuses).containsOnly(200, 201);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(FACTS.typesOf(community + "/ada", 2)).containsExactly("joined.v1", "group-joined.v1");
    }

    @Test
    void losesNoChangeOfManyAtOnce() throws Exception {
        api.put(ada, "{}").then().statusCode(201);
        List<String> groups = IntStream.range(0, 12).mapToObj(i -> "g" + i).toList();
        groups.forEach(group -> api.group(community, group));
        try (var pool = Executors.newFixedThreadPool(12)) {
            List<Callable<Integer>> joins = groups.stream()
                    .map(group -> (Callable<Integer>)
                            () -> api.request().put(inGroup(group)).statusCode())
                    .toList();
            for (Future<Integer> status : pool.invokeAll(joins)) {
                assertThat(status.get()).isEqualTo(201);
            }
        }

        api.get(ada).then().body("groups.size()", equalTo(12)).body("version", equalTo(13));
        assertThat(STATES.ofKey(community + "/ada", 13).stream()
                        .map(state -> Topic.payload(state).path("version").asInt()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 13).boxed().toList());
    }

    @Test
    void getsAGeneratedIdOncePerIdempotencyKey() {
        String key = UUID.randomUUID().toString();
        Response first = api.json("{\"displayName\":\"Ada\"}")
                .header("Idempotency-Key", key)
                .post(members);
        Response again = api.json(" {\"displayName\": \"Ada\"}")
                .header("Idempotency-Key", key)
                .post(members);

        first.then().statusCode(201).header("Location", endsWith(members + "/" + first.path("memberId")));
        assertThat(UUID.fromString(first.path("memberId")).version()).isEqualTo(7);
        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        api.json("{\"displayName\":\"Eve\"}")
                .header("Idempotency-Key", key)
                .post(members)
                .then()
                .statusCode(422);
        assertThat(api.post(members, "{}").<String>path("memberId"))
                .isNotEqualTo(api.post(members, "{}").<String>path("memberId"));
        api.get(members).then().body("items.size()", equalTo(3));
        assertThat(api.get(first.header("Location").replaceFirst("^https?://[^/]+", ""))
                        .path("displayName")
                        .toString())
                .isEqualTo("Ada");
    }

    @Test
    void waitsForApprovalWhereTheCommunityAsksForIt() {
        for (String mode : List.of("APPROVAL", "INVITATION")) {
            String closed = api.community(mode);
            String eve = "/communities/" + closed + "/members/eve";
            api.put(eve, "{}").then().statusCode(201).body("status", equalTo("PENDING"));
            api.put(eve + "/status", "{\"status\":\"ACTIVE\",\"reason\":\"known\"}")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("ACTIVE"))
                    .body("statusReason", equalTo("known"));
            api.put(eve, "{}").then().statusCode(200).body("status", equalTo("ACTIVE"));
        }
    }

    @Test
    void takesNoStatusThatDoesNotFollow() {
        api.put(ada, "{}").then().statusCode(201);
        api.put(ada + "/status", "{\"status\":\"PENDING\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/status-forbids"))
                .body("detail", containsString("BANNED"));
        api.put(ada + "/status", "{\"status\":\"ASLEEP\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/status"))
                .body("errors[0].detail", containsString("PENDING, ACTIVE, BANNED, LEFT"));
        api.put(ada + "/status", "{}").then().statusCode(422).body("errors[0].pointer", equalTo("/status"));
        api.put(ada + "/status", "{\"status\":\"BANNED\"}", 9).then().statusCode(412);
        api.put(ada + "/status", "{\"status\":\"BANNED\"}", 1)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        api.put(ada + "/status", "{\"status\":\"BANNED\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        api.post(ada + "/departures", "{}").then().statusCode(409);
        api.request().put(inGroup("runners")).then().statusCode(409);
    }

    @Test
    void leavesAndComesBack() {
        api.put(ada, "{\"displayName\":\"Ada\",\"groups\":[\"runners\"]}")
                .then()
                .statusCode(201);
        api.request()
                .noContentType()
                .post(ada + "/departures")
                .then()
                .statusCode(200)
                .body("groups", equalTo(List.of()));
        api.post(ada + "/departures", "{}").then().statusCode(200).header("ETag", "\"2\"");
        api.request().put(inGroup("runners")).then().statusCode(409);

        api.put(ada, "{}").then().statusCode(428);
        api.put(ada, "{\"groups\":[\"swimmers\"]}", 2)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("displayName", equalTo("Ada"))
                .body("groups", equalTo(List.of("swimmers")))
                .body("version", equalTo(3));
        assertThat(FACTS.typesOf(community + "/ada", 6))
                .containsExactly(
                        "joined.v1", "group-joined.v1", "group-left.v1", "left.v1", "joined.v1", "group-joined.v1");
    }

    @Test
    void joinsAndLeavesGroups() {
        api.put(ada, "{}").then().statusCode(201);
        api.request().put(inGroup("runners")).then().statusCode(201).body("groups", equalTo(List.of("runners")));
        api.request().put(inGroup("runners")).then().statusCode(200).header("ETag", "\"2\"");
        api.delete(inGroup("runners")).then().statusCode(204);
        api.delete(inGroup("runners")).then().statusCode(204);
        api.get(ada).then().body("version", equalTo(3)).body("groups", equalTo(List.of()));

        api.request().put(inGroup("none")).then().statusCode(404).body("type", equalTo("/problems/unknown-group"));
        api.delete(inGroup("none")).then().statusCode(404);
        api.request()
                .put("/communities/" + community + "/groups/runners/members/nobody")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-member"));
        api.put(members + "/eve", "{\"groups\":[\"runners\",\"x\",\"y\"]}")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-groups"))
                .body("errors.size()", equalTo(2))
                .body("errors[0].detail", containsString("x"));
        api.get(members + "/eve").then().statusCode(404);
    }

    @Test
    void isListedByPagesAndFilters() {
        for (int i = 0; i < 5; i++) {
            api.put(members + "/m" + i, i % 2 == 0 ? "{\"groups\":[\"runners\",\"swimmers\"]}" : "{}")
                    .then()
                    .statusCode(201);
        }
        api.put(members + "/m2/status", "{\"status\":\"BANNED\"}").then().statusCode(200);

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Response page = api.get(members + "?limit=2&cursor=" + cursor);
            seen.addAll(page.then().statusCode(200).extract().path("items.memberId"));
            cursor = page.path("next");
        } while (cursor != null);
        assertThat(seen).containsExactly("m0", "m1", "m2", "m3", "m4");
        api.get(members + "?group=runners").then().body("items.memberId", equalTo(List.of("m0", "m2", "m4")));
        api.get(members + "?group=runners").then().body("items[0].groups", equalTo(List.of("runners", "swimmers")));
        api.get(members + "?status=BANNED").then().body("items.memberId", equalTo(List.of("m2")));
        api.get(members + "?status=ACTIVE&group=runners&limit=1").then().body("items.memberId", equalTo(List.of("m0")));
        api.get(members + "?group=none").then().statusCode(200).body("items", equalTo(List.of()));
    }

    @Test
    void namesWhatIsWrongWithAParameter() {
        api.get(members + "?limit=0").then().statusCode(400).body("errors[0].pointer", equalTo("?limit"));
        api.get(members + "?limit=201").then().statusCode(400).body("errors[0].pointer", equalTo("?limit"));
        api.get(members + "?cursor=%25").then().statusCode(400).body("errors[0].pointer", equalTo("?cursor"));
        api.get(members + "?limit=many").then().statusCode(400).body("errors[0].pointer", equalTo("?limit"));
        api.get(members + "?status=ASLEEP").then().statusCode(400).body("errors[0].pointer", equalTo("?status"));
        api.get(members + "?group=a%20b").then().statusCode(400);
        api.put(members + "/a%20b", "{}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("{member}"))
                .body("errors[0].detail", containsString("1 to 64 characters"));
        api.put(members + "/" + "x".repeat(65), "{}").then().statusCode(400);
    }

    @Test
    void namesWhatIsWrongWithABody() {
        refuses("{\"displayName\":7}", 400, "/displayName", "a string");
        refuses("{\"nickname\":\"A\"}", 400, "/nickname", "known are channel, displayName");
        refuses("{\"groups\":\"runners\"}", 400, "/groups", "an array");
        refuses("{\"groups\":[\"runners\",\"a b\"]}", 422, "/groups/1", "1 to 64 characters");
        refuses("{\"zone\":\"Berlin\"}", 422, "/zone", "IANA");
        refuses("{\"level\":-1}", 422, "/level", "0 to 1000");
        refuses("{\"level\":1.5}", 400, "/level", "a whole number");
        refuses("{\"level\":99999999999}", 400, "/level", "");
        refuses("{\"displayName\":\"a\\u0000b\"}", 422, "/displayName", "NUL");
        refuses("[1,2", 400, "", "");
        refuses("{} {}", 400, "", "");
        api.request().contentType("text/plain").body("x").put(ada).then().statusCode(415);
        api.put(ada, "{\"displayName\":\"" + "x".repeat(1_100_000) + "\"}")
                .then()
                .statusCode(413);
        api.get(ada).then().statusCode(404);
    }

    private void refuses(String body, int status, String pointer, String detail) {
        api.put(ada, body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(detail));
    }

    private String inGroup(String group) {
        return "/communities/" + community + "/groups/" + group + "/members/ada";
    }

    private void moveTo(String zone, long version) {
        String charter = "{\"name\":\"C\",\"zone\":\"" + zone + "\",\"joinMode\":\"OPEN\"}";
        api.put("/communities/" + community, charter, version).then().statusCode(200);
    }

    private List<String> localDates(String member, int facts) {
        return FACTS.ofKey(community + "/" + member, facts).stream()
                .map(fact -> Topic.payload(fact).path("localDate").asText())
                .toList();
    }
}
