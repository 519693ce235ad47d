package dev.hearth.incentive.draw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.contract.member.MemberState;
import dev.hearth.contract.member.MemberStatus;
import dev.hearth.incentive.Api;
import dev.hearth.incentive.IncentiveStack;
import dev.hearth.incentive.Streams;
import dev.hearth.incentive.draw.proof.DrawId;
import dev.hearth.incentive.draw.proof.Verifier;
import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.ledger.When;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.local.test.TestTokens;
import dev.hearth.platform.event.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@IncentiveStack
class DrawResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PRIZES = """
            [{"prize":"gold","title":"Gold","quantity":1},
             {"prize":"points","title":"Points","quantity":5,"currency":"points","points":20,"pointsExpireDays":30}]""";
    private static final String ODDS = """
            [{"prize":"gold","title":"Gold","quantity":1,"odds":100000},
             {"prize":"points","title":"Points","quantity":9,"odds":300000,"currency":"points","points":20}]""";

    @TempDir
    Path directory = Path.of("");

    @Inject
    Pool pool;

    @Inject
    Bookkeeping bookkeeping;

    @Inject
    Entering entering;

    private final Api api = Api.all();
    private final Streams streams = new Streams();
    private String community = "";
    private String base = "";

    @BeforeEach
    void makeACommunity() {
        community = api.community(streams);
        base = "/communities/" + community;
    }

    @AfterEach
    void close() {
        streams.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title",
                "organiser",
                "rules",
                "mode",
                "prizes",
                "opensAt",
                "closesAt",
                "drawsAt",
                "entriesPerMember",
                "winsPerMember"
            })
    void doesNotOpenWithoutAnyOfItsTerms(String field) {
        ObjectNode terms = terms("CLOSING", PRIZES);
        terms.remove(field);
        String draw = draft(terms);

        opening(draw)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/draw-incomplete"))
                .body("errors.pointer", equalTo(List.of("/" + field)));
        api.get(draw).then().body("status", equalTo("DRAFT"));
    }

    @ParameterizedTest
    @CsvSource({"CLOSING,quantity", "INSTANT,quantity", "INSTANT,odds"})
    void doesNotOpenWithoutTheQuantityOrTheOddsOfAPrize(String mode, String field) {
        ObjectNode terms = terms(mode, mode.equals("INSTANT") ? ODDS : PRIZES);
        ((ObjectNode) terms.get("prizes").get(1)).remove(field);

        opening(draft(terms)).then().statusCode(422).body("errors.pointer", equalTo(List.of("/prizes/1/" + field)));
    }

    @Test
    void namesAllThatIsMissingAtOnce() {
        String draw = base + "/draws/" + Api.fresh("d");
        api.put(draw, "{}").then().statusCode(201);

        opening(draw)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/title", "/rules", "/organiser", "/prizes", "/closesAt"));
    }

    @ParameterizedTest
    @CsvSource({
        "closesAt, 2020-01-01T00:00:00Z, /closesAt",
        "drawsAt, 2030-01-01T00:00:00Z, /drawsAt",
        "opensAt, 2037-01-01T00:00:00Z, /closesAt"
    })
    void doesNotOpenWithTimesThatCannotBe(String field, String value, String pointer) {
        opening(draft(terms("CLOSING", PRIZES).put(field, value)))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eligibility | member.level > | line 1",
                "eligibility | member.nonsense == 1 | line 1",
                "currency | nowhere | nowhere",
                "cost | 0 | /cost",
                "winsPerMember | 0 | /winsPerMember",
                "closesAt | +999999999-01-01T00:00:00Z | /closesAt",
                "opensAt | 0001-01-01T00:00:00Z | /opensAt"
            })
    void refusesTermsThatCannotBeWhenTheyAreWritten(String field, String value, String said) {
        ObjectNode terms = terms("CLOSING", PRIZES);
        if (value.equals("0")) {
            terms.put(field, 0);
        } else {
            terms.put(field, value);
        }
        api.put(base + "/draws/bad", terms.toString()).then().statusCode(422).body(containsString(said));
    }

    @Test
    void freezesWhatIsPublished() {
        ObjectNode terms = terms("CLOSING", PRIZES);
        String draw = draft(terms);
        api.put(draw, terms.toString()).then().statusCode(200).body("version", equalTo(1));
        api.put(draw, terms.put("title", "Other").toString()).then().statusCode(428);
        api.put(draw, terms.toString(), 1).then().statusCode(200).body("version", equalTo(2));
        api.post(draw + "/openings", "{\"version\":1}").then().statusCode(422).body(containsString("/version"));

        JsonPath opened = opening(draw).then().statusCode(200).extract().jsonPath();

        assertThat(opened.getString("commitment")).hasSize(64);
        assertThat(opened.getString("seed")).isNull();
        opening(draw).then().statusCode(200).body("commitment", equalTo(opened.getString("commitment")));
        api.put(draw, terms.put("title", "Another").toString(), 3)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/draw-published"));
        String where = " where community = '" + community + "'";
        refusesSql("update draw set terms = '{}'" + where, "draw_is_frozen");
        refusesSql(
                "update draw set seed = repeat('0', 64), commitment = encode(sha256(decode(repeat('0', 64), 'hex')),"
                        + " 'hex')" + where,
                "draw_is_frozen");
        refusesSql(
                "update draw set closes_at = closes_at + interval '1 day', draws_at = draws_at + interval '9 days'"
                        + where,
                "draw_is_frozen");
        refusesSql("update draw set status = 'DRAFT'" + where, "draw_goes_forward");
        refusesSql("delete from draw" + where, "draw_stays");
        refusesSql("update draw_stock set remaining = 0" + where, "stock_moves_only_by_wins");
        refusesSql("update draw_lane set entries = 9" + where, "lane_moves_only_by_entries");
    }

    @Test
    void drawsWinnersThatAnOutsideProgramDrawsToo() throws IOException {
        List<String> members = members("m", 60);
        String draw = draft(terms("CLOSING", PRIZES).put("entriesPerMember", 2));
        JsonPath opened = opening(draw).jsonPath();
        assertThat(race(members, 24, member -> enter(draw, member).statusCode()))
                .containsOnly(201);
        String receipt =
                enter(draw, members.getFirst()).then().statusCode(201).extract().asString();

        over(draw);
        Api.await(() -> status(draw).equals("DRAWN"));
        Api.await(() -> api.get(draw + "/wins").jsonPath().getList("items.givenAt").stream()
                        .filter(Objects::nonNull)
                        .count()
                == 5);

        JsonPath wins = api.get(draw + "/wins").jsonPath();
        assertThat(wins.getList("items.prize"))
                .containsExactly("gold", "points", "points", "points", "points", "points");
        List<String> winners = wins.getList("items.memberId");
        assertThat(winners).doesNotHaveDuplicates();
        winners.subList(1, 6).forEach(winner -> assertThat(points(winner)).isEqualTo(20));
        assertThat(points(winners.getFirst())).isZero();
        api.assertSound(community);
        proves(draw, opened.getString("commitment"), receipt, 6);
        handsOver(draw, winners.getFirst());
        told(draw);
    }

    private void handsOver(String draw, String winner) {
        String body = "{\"position\":0,\"reference\":\"parcel 17\"}";
        api.post(draw + "/prize-handovers", body).then().statusCode(200).body("memberId", equalTo(winner));
        api.post(draw + "/prize-handovers", body).then().statusCode(409).body(containsString("prize-given"));
        api.post(draw + "/prize-handovers", "{\"position\":1}").then().statusCode(409);
        api.post(draw + "/prize-handovers", "{\"position\":77}").then().statusCode(404);
    }

    private void told(String draw) {
        Map<String, Integer> told = new HashMap<>();
        streams.read(
                        Topics.INCENTIVE,
                        61 + 6 + 6 + 3,
                        event -> event.community().equals(community)
                                && event.type().contains(".draw-")
                                && new String(Objects.requireNonNull(event.data()), UTF_8).contains(id(draw)))
                .forEach(event -> told.merge(event.type(), 1, Integer::sum));
        assertThat(told)
                .as(draw)
                .isEqualTo(Map.of(
                        "dev.hearth.incentive.draw-opened.v1", 1,
                        "dev.hearth.incentive.draw-entered.v1", 61,
                        "dev.hearth.incentive.draw-closed.v1", 1,
                        "dev.hearth.incentive.draw-drawn.v1", 1,
                        "dev.hearth.incentive.draw-won.v1", 6,
                        "dev.hearth.incentive.draw-prize-given.v1", 6));
    }

    private void proves(String draw, String commitment, String receipt, int winners) throws IOException {
        Verifier.assumePython();
        String proof = api.get(draw + "/proof").then().statusCode(200).extract().asString();
        Path file = directory.resolve("receipt.json");
        Files.writeString(file, receipt);
        String root = api.get(draw).jsonPath().getString("root");

        assertThat(Verifier.verify(proof, "--commitment", commitment, "--root", root, "--receipt", file.toString())
                        .words())
                .startsWith("HOLDS: " + winners + " winners");
        ObjectNode forged = (ObjectNode) JSON.readTree(proof);
        var first = (ObjectNode) forged.get("winners").get(0);
        first.put("entrant", "ab".repeat(32));
        assertThat(Verifier.verify(forged.toString()).words()).startsWith("FORGED: the winners");
    }

    @Test
    void waitsForItsBeaconAndIsDecidedByIt() {
        List<String> members = members("m", 10);
        ObjectNode terms = terms("CLOSING", PRIZES);
        terms.putObject("beacon").put("source", "drand").put("round", "the first after closesAt");
        String draw = draft(terms);
        opening(draw).then().statusCode(200);
        members.forEach(member -> enter(draw, member).then().statusCode(201));
        say(draw, "early").then().statusCode(409);

        over(draw);
        Api.await(() -> status(draw).equals("CLOSED"));
        api.get(draw)
                .then()
                .body("root", equalTo(api.get(draw + "/proof").jsonPath().getString("root")));
        api.get(draw).then().body("seed", nullValue());
        assertThat(enter(draw, members.getFirst()).asString()).contains("draw-not-open");
        api.post(draw + "/cancellations", "{\"reason\":\"I know who wins\"}")
                .then()
                .statusCode(409)
                .body(containsString("draw-must-be-drawn"));
        say(draw, "8d61d910").then().statusCode(200);
        say(draw, "another").then().statusCode(409);
        Api.await(() -> status(draw).equals("DRAWN"));
        Verifier.assumePython();
        assertThat(Verifier.verify(api.get(draw + "/proof").asString()).words()).startsWith("HOLDS: 6 winners of 10");
    }

    @Test
    void callsOffADrawWhoseBeaconNeverComes() {
        List<String> members = members("m", 2);
        give(members.getFirst(), 50, Account.NEVER);
        ObjectNode terms = terms("CLOSING", PRIZES).put("currency", "points").put("cost", 50);
        terms.putObject("beacon").put("source", "drand").put("round", "the first after closesAt");
        String draw = draft(terms);
        opening(draw).then().statusCode(200);
        enter(draw, members.getFirst()).then().statusCode(201);
        direct(
                "update draw set opens_at = opens_at - interval '9000 days', closes_at = now() - interval '9 days',"
                        + " draws_at = now() - interval '8 days' where draw = '" + id(draw) + "'",
                "draw");

        Api.await(() -> status(draw).equals("CANCELLED"));
        Api.await(() -> points(members.getFirst()) == 50);
        api.get(draw).then().body("reason", containsString("beacon"));
    }

    @Test
    void decidesInstantEntriesAtOnceUntilTheStockIsGone() {
        List<String> members = members("m", 64);
        String draw = draft(terms("INSTANT", ODDS).put("entriesPerMember", 1000).put("winsPerMember", 1000));
        opening(draw).then().statusCode(200);

        int entered = 0;
        for (int round = 0; round < 20 && status(draw).equals("OPEN"); round++) {
            List<Integer> statuses =
                    race(members, 64, member -> enter(draw, member).statusCode());
            assertThat(statuses).allMatch(status -> status == 201 || status == 409);
            entered += (int) statuses.stream().filter(status -> status == 201).count();
        }

        assertThat(status(draw)).isEqualTo("DRAWN");
        assertThat(enter(draw, members.getFirst()).asString()).contains("draw-sold-out");
        assertThat(number("select sum(remaining) from draw_stock where community = $1"))
                .isZero();
        assertThat(number("select count(*) from draw_win where community = $1")).isEqualTo(10);
        assertThat(number("select sum(entries)::bigint from draw_lane where community = $1"))
                .isEqualTo(entered);
        assertThat(number("select sum(balance)::bigint from account where community = $1 and kind = 'WALLET'"))
                .isEqualTo(9 * 20);
        api.assertSound(community);
        Verifier.assumePython();
        assertThat(Verifier.verify(api.get(draw + "/proof").asString()).words())
                .startsWith("HOLDS: 10 winners of " + entered + " entries");
    }

    @Test
    void givesBackWhatEntriesCostToTheVeryLotsWhenItIsCalledOff() {
        String ada = members("m", 1).getFirst();
        Instant soon = Instant.parse("2036-01-01T00:00:00Z");
        give(ada, 30, soon);
        give(ada, 70, Account.NEVER);
        String draw = draft(terms("CLOSING", PRIZES)
                .put("currency", "points")
                .put("cost", 40)
                .put("entriesPerMember", 5));
        opening(draw).then().statusCode(200);
        enter(draw, ada).then().statusCode(201);
        enter(draw, ada).then().statusCode(201);
        enter(draw, ada).then().statusCode(409).body(containsString("draw-uncovered"));
        assertThat(lots(ada)).isEqualTo(Map.of(Account.NEVER, 20L));
        api.get(base + "/members/" + ada + "/draw-entries").then().body("items", hasSize(2));

        api.post(draw + "/cancellations", "{\"reason\":\"The prizes burnt.\"}")
                .then()
                .statusCode(200)
                .body("seed", org.hamcrest.Matchers.notNullValue());
        Api.await(() -> points(ada) == 100);

        assertThat(lots(ada)).isEqualTo(Map.of(soon, 30L, Account.NEVER, 70L));
        assertThat(number("select count(*) from draw_entry where community = $1 and refunded_at is null"))
                .isZero();
        api.assertSound(community);
        Verifier.assumePython();
        assertThat(Verifier.verify(api.get(draw + "/proof").asString()).words())
                .startsWith("HOLDS: cancelled with 2 entries; these would");
    }

    @Test
    void takesOneEntryOfAMemberHoweverManyClientsRace() {
        String ada = members("m", 1).getFirst();
        give(ada, 100, Account.NEVER);
        String draw = draft(terms("CLOSING", PRIZES).put("currency", "points").put("cost", 30));
        opening(draw).then().statusCode(200);

        List<Integer> statuses = race(
                IntStream.range(0, 64).mapToObj(i -> ada).toList(),
                64,
                member -> enter(draw, member).statusCode());

        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(statuses).allMatch(status -> status == 201 || status == 409);
        assertThat(points(ada)).isEqualTo(70);
    }

    @Test
    void takesARepeatedRequestOnce() {
        String ada = members("m", 1).getFirst();
        String draw = draft(terms("CLOSING", PRIZES).put("entriesPerMember", 9));
        opening(draw).then().statusCode(200);
        String body = "{\"memberId\":\"" + ada + "\"}";
        String key = Api.fresh("key");

        String first = api.post(draw + "/entries", body, key)
                .then()
                .statusCode(201)
                .extract()
                .path("head");
        api.post(draw + "/entries", body, key)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("head", equalTo(first));
        assertThat(number("select count(*) from draw_entry where community = $1"))
                .isEqualTo(1);
    }

    @Test
    void isOnlyForMembersOfWhomItsConditionHoldsAndWhomNobodyRuns() {
        streams.members(List.of(
                new MemberState(community, "high", MemberStatus.ACTIVE, 5, Set.of(), Set.of(), null, false, 1),
                new MemberState(community, "low", MemberStatus.ACTIVE, 1, Set.of(), Set.of(), null, false, 1),
                new MemberState(community, "pat", MemberStatus.ACTIVE, 5, Set.of(), Set.of(), null, true, 1),
                new MemberState(community, "ben", MemberStatus.BANNED, 5, Set.of(), Set.of(), null, false, 1)));
        String draw = draft(terms("CLOSING", PRIZES).put("eligibility", "member.level >= 3"));
        opening(draw).then().statusCode(200);

        Api.await(() -> !enter(draw, "ben").asString().contains("unknown"));
        assertThat(enter(draw, "low").asString()).contains("draw-not-for-member", "member.level >= 3");
        assertThat(enter(draw, "pat").asString()).contains("draw-not-for-member", "run by operators");
        assertThat(enter(draw, "ben").asString()).contains("draw-not-for-member", "BANNED");
        assertThat(enter(draw, "nobody").statusCode()).isEqualTo(404);
        enter(draw, "high").then().statusCode(201);
        enter(draw, "high").then().statusCode(409).body(containsString("draw-entry-limit-reached"));
    }

    @Test
    void takesEntriesOnlyBetweenItsTimes() throws InterruptedException {
        String ada = members("m", 1).getFirst();
        Instant now = Instant.now();
        String early = draft(
                terms("CLOSING", PRIZES).put("opensAt", now.plusSeconds(3600).toString()));
        opening(early).then().statusCode(200);
        enter(early, ada).then().statusCode(409).body(containsString("not open yet"));

        ObjectNode terms = terms("CLOSING", PRIZES)
                .put("closesAt", now.plusSeconds(6).toString())
                .put("drawsAt", now.plusSeconds(3600).toString());
        String late = draft(terms);
        opening(late).then().statusCode(200);
        Thread.sleep(Duration.between(Instant.now(), now.plusMillis(6050)).plusMillis(1));
        enter(late, ada).then().statusCode(409).body(containsString("entries are over"));
        Api.await(() -> status(late).equals("CLOSED"));
        refusesSql(
                "insert into draw_entry (community, draw, lane, number, member, entrant, head, cost, entered_at)"
                        + " select community, draw, lane, 1, 'mallory', repeat('a', 64), encode(sha256(decode(head ||"
                        + " repeat('a', 64), 'hex')), 'hex'), 0, now() from draw_lane where draw = '" + id(late)
                        + "' and lane = 0",
                "entries_only_while_open");
    }

    @Test
    void anEntryThatFailsLaterLeavesNoMark() {
        String ada = members("m", 1).getFirst();
        give(ada, 100, Account.NEVER);
        String draw = draft(terms("INSTANT", ODDS.replace("300000", "900000"))
                .put("currency", "points")
                .put("cost", 30));
        opening(draw).then().statusCode(200);
        String before = head();

        Uni<Receipt> crash = pool.withTransaction(connection -> entering.enter(
                        connection, new DrawId(community, id(draw)), ada)
                .chain(entered -> Uni.createFrom().failure(new IllegalStateException("crash after the entry"))));
        assertThat(crash.onFailure().recoverWithNull().await().atMost(PATIENCE)).isNull();

        assertThat(head()).isEqualTo(before);
        assertThat(points(ada)).isEqualTo(100);
        assertThat(number("select count(*) from draw_win where community = $1")).isZero();
        assertThat(number("select sum(remaining) from draw_stock where community = $1"))
                .isEqualTo(10);
        enter(draw, ada).then().statusCode(201).body("number", equalTo(1));
        api.assertSound(community);
    }

    @Test
    void theDatabaseRefusesAForgedEntryAWinWithoutStockAndAChangedWin() {
        String ada = members("m", 1).getFirst();
        String draw = draft(terms(
                        "INSTANT",
                        ODDS.replace("100000", "1000000").replace("300000", "1").replace("1000000", "999999"))
                .put("entriesPerMember", 9)
                .put("winsPerMember", 9));
        opening(draw).then().statusCode(200);
        enter(draw, ada).then().statusCode(201).body("prize", equalTo("gold"));
        enter(draw, ada).then().statusCode(201).body("prize", nullValue());

        String columns = " (community, draw, position, prize, lane, number, member, won_at) values ('" + community
                + "', '" + id(draw) + "', 7, 'gold', 0, 2, 'mallory', now())";
        refusesSql("insert into draw_win" + columns, "stock_in_range");
        refusesSql("update draw_win set member = 'mallory' where community = '" + community + "'", "win_immutable");
        refusesSql("delete from draw_entry where community = '" + community + "'", "entry_immutable");
        refusesSql(
                "insert into draw_entry (community, draw, lane, number, member, entrant, head, cost, entered_at)"
                        + " values ('" + community + "', '" + id(draw)
                        + "', 0, 3, 'mallory', repeat('a', 64), repeat('b', 64), 0, now())",
                "entries_are_a_chain");
    }

    @Test
    void aMembersTokenEntersOnlyThatMemberAndSeesNoDrafts() {
        String ada = members("m", 2).getFirst();
        Api own = Api.with(TestTokens.member(community, ada, "incentives:read incentives:write"));
        String draw = draft(terms("CLOSING", PRIZES));
        own.get(draw).then().statusCode(404);
        own.get(draw + "/proof").then().statusCode(404);
        opening(draw).then().statusCode(200);

        own.post(draw + "/entries", "{\"memberId\":\"m-1\"}").then().statusCode(403);
        own.post(draw + "/openings", "{\"version\":1}").then().statusCode(403);
        own.get(draw + "/wins").then().statusCode(403);
        own.get(base + "/members/m-1/draw-entries").then().statusCode(403);
        own.get(base + "/members/" + ada + "/draw-entries?cursor=AA").then().statusCode(400);
        own.post(draw + "/entries", "{\"memberId\":\"" + ada + "\"}").then().statusCode(201);
        own.get(draw + "/proof").then().statusCode(200).body("seed", nullValue());
        assertThat(own.get(draw + "/proof").asString()).doesNotContain(ada);
    }

    /** Makes members known, and waits until they are. */
    private List<String> members(String prefix, int count) {
        List<String> members =
                IntStream.range(0, count).mapToObj(i -> prefix + "-" + i).toList();
        streams.members(community, members);
        String probe = draft(terms("CLOSING", PRIZES).put("entriesPerMember", 1));
        opening(probe).then().statusCode(200);
        Api.await(() -> !enter(probe, members.getLast()).asString().contains("unknown"));
        api.post(probe + "/cancellations", "{\"reason\":\"a probe\"}").then().statusCode(200);
        direct("delete from draw_entry where draw = '" + id(probe) + "'", "draw_entry");
        direct("delete from draw_lane where draw = '" + id(probe) + "'", "draw_lane");
        direct("delete from draw_stock where draw = '" + id(probe) + "'", "draw_stock");
        return members;
    }

    private static ObjectNode terms(String mode, String prizes) {
        try {
            ObjectNode terms = JSON.createObjectNode()
                    .put("title", "Spring draw")
                    .put("organiser", "Tea House Ltd, 1 Garden Road")
                    .put("rules", "One entry a member. 一人一次。")
                    .put("mode", mode)
                    .put("opensAt", "2026-01-01T00:00:00Z")
                    .put("closesAt", "2036-01-01T00:00:00Z")
                    .put("drawsAt", "2036-01-02T00:00:00Z")
                    .put("entriesPerMember", 1)
                    .put("winsPerMember", 1);
            terms.set("prizes", JSON.readTree(prizes));
            return terms;
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private String draft(ObjectNode terms) {
        String draw = base + "/draws/" + Api.fresh("d");
        api.put(draw, terms.toString()).then().statusCode(201);
        return draw;
    }

    private Response opening(String draw) {
        long version = api.get(draw).jsonPath().getLong("version");
        return api.post(draw + "/openings", "{\"version\":" + version + "}");
    }

    private Response enter(String draw, String member) {
        return api.post(draw + "/entries", "{\"memberId\":\"" + member + "\"}");
    }

    private Response say(String draw, String value) {
        return api.post(draw + "/beacons", "{\"value\":\"" + value + "\"}");
    }

    private String status(String draw) {
        return api.get(draw).jsonPath().getString("status");
    }

    /** Its times have come: the row is as it would be if they had been said earlier. */
    private void over(String draw) {
        direct(
                "update draw set opens_at = opens_at - interval '9000 days', closes_at = now(), draws_at = now() where draw = '"
                        + id(draw) + "'",
                "draw");
    }

    private void direct(String sql, String table) {
        var _ = await(pool.withTransaction(connection -> connection
                .query("alter table " + table + " disable trigger user")
                .execute()
                .chain(() -> connection.query(sql).execute())
                .chain(() -> connection
                        .query("alter table " + table + " enable trigger user")
                        .execute())));
    }

    private void refusesSql(String sql, String constraint) {
        assertThatThrownBy(() -> await(pool.query(sql).execute()))
                .satisfies(failure -> assertThat(((io.vertx.pgclient.PgException) failure).getConstraint())
                        .isEqualTo(constraint));
    }

    private static <T> List<Integer> race(List<T> items, int clients, Function<T, Integer> action) {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Integer>> futures = items.stream()
                    .map(item -> threads.submit(() -> action.apply(item)))
                    .toList();
            return futures.stream().map(DrawResourceTest::get).toList();
        }
    }

    private void give(String member, long points, Instant expiresAt) {
        CurrencyId currency = new CurrencyId(community, "points");
        Holder holder = new Holder(community, member);
        var _ = await(pool.withTransaction(connection -> bookkeeping.with(connection, Set.of(holder), books -> {
            var _ = books.draft(
                            TransactionType.GRANTED,
                            new Cause.Requested(community, UUID.randomUUID().toString()),
                            new When(Instant.now(), LocalDate.now(ZoneOffset.UTC)))
                    .credit(currency, member, points, expiresAt, Account.issuer(currency, books.shard()))
                    .record();
            return Uni.createFrom().item(points);
        })));
    }

    private long points(String member) {
        return lots(member).values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<Instant, Long> lots(String member) {
        Map<Instant, Long> lots = new HashMap<>();
        await(pool.preparedQuery("select expires_at, balance from account where community = $1 and owner = $2"
                                + " and kind = 'WALLET' and balance > 0")
                        .execute(Tuple.of(community, member)))
                .forEach(row -> lots.put(row.getOffsetDateTime(0).toInstant(), row.getLong(1)));
        return lots;
    }

    private String head() {
        return await(pool.preparedQuery(
                                "select string_agg(head, ',' order by draw, lane) from draw_lane where community = $1")
                        .execute(Tuple.of(community)))
                .iterator()
                .next()
                .getString(0);
    }

    private long number(String query) {
        return await(pool.preparedQuery(query).execute(Tuple.of(community)))
                .iterator()
                .next()
                .getLong(0);
    }

    private static String id(String draw) {
        return draw.substring(draw.lastIndexOf('/') + 1);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
