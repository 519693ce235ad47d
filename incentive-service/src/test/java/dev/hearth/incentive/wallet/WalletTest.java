package dev.hearth.incentive.wallet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.hearth.incentive.Api;
import dev.hearth.incentive.IncentiveStack;
import dev.hearth.incentive.Streams;
import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Amount;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Draft;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.ledger.When;
import dev.hearth.local.TokenRequest;
import dev.hearth.local.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done with points by hand, over HTTP, and what 64 clients at once cannot do. */
@QuarkusTest
@IncentiveStack
class WalletTest {
    private static final int CLIENTS = 64;
    private static final String TERMS =
            "{\"name\":\"Points\",\"transfers\":{\"perTransfer\":100,\"perDay\":150},\"approvalAbove\":1000}";

    @Inject
    Pool pool;

    @Inject
    Bookkeeping bookkeeping;

    private final Api api = Api.all();
    private String community = "";
    private String base = "";

    @BeforeEach
    void makeACommunity() {
        try (Streams streams = new Streams()) {
            community = api.community(streams);
            streams.member(community, "ada");
            streams.member(community, "bob");
        }
        base = "/communities/" + community;
        api.put(base + "/currencies/points", TERMS, 1).then().statusCode(200);
        api.put(base + "/currencies/growth", "{\"name\":\"Growth\",\"purpose\":\"QUALIFYING\"}")
                .then()
                .statusCode(201);
        Api.await(() -> adjust("bob", 1).statusCode() == 201);
        Api.await(() -> adjust("ada", 1).statusCode() == 201);
        adjust("bob", -1).then().statusCode(201);
        adjust("ada", -1).then().statusCode(201);
    }

    @Test
    void whatIsAdjustedIsThereWithReasonAndActor() {
        adjust("ada", 40).then().statusCode(201).body("status", equalTo("APPLIED"));

        assertBalance("ada", 40, 0, 0);
        api.get(base + "/members/ada/entries?limit=1")
                .then()
                .body("items[0].type", equalTo("ADJUSTED"))
                .body("items[0].amount", equalTo(40))
                .body("items[0].reason", equalTo("a test"));
        api.assertSound(community);
    }

    @Test
    void whatAMemberLacksIsRefusedOrOwedAndPaidByTheNextCredit() {
        adjust("ada", 10).then().statusCode(201);

        refused(adjust("ada", -30), 409, "insufficient-points");
        post("/adjustments", adjustment("ada", -30, ",\"owe\":true")).then().statusCode(201);
        assertBalance("ada", 0, 0, 20);
        adjust("ada", 50).then().statusCode(201);

        assertBalance("ada", 30, 0, 0);
        api.assertSound(community);
    }

    @Test
    void aLargeAdjustmentMovesNothingUntilASecondPersonAgrees() {
        Response asked = adjust("ada", 1001);
        asked.then().statusCode(202).body("status", equalTo("WAITING"));
        String id = asked.jsonPath().getString("adjustment");
        assertBalance("ada", 0, 0, 0);
        api.get(base + "/adjustments?status=WAITING").then().body("items.adjustment", contains(id));

        refused(post("/adjustments/" + id + "/approvals", "{}"), 403, "second-person-needed");
        assertBalance("ada", 0, 0, 0);
        String second = second("incentives:approve");
        postAs(second, "/adjustments/" + id + "/approvals", "{\"comment\":\"agreed\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("APPLIED"))
                .body("decidedBy", equalTo("second"));
        assertBalance("ada", 1001, 0, 0);
        refused(postAs(second, "/adjustments/" + id + "/approvals", "{}"), 409, "adjustment-decided");
        refused(postAs(second, "/adjustments/" + id + "/rejections", "{}"), 409, "adjustment-decided");
    }

    @Test
    void whatTheSecondPersonRejectsNeverMoves() {
        String id = adjust("ada", 2000).jsonPath().getString("adjustment");
        String second = second("incentives:approve");

        postAs(second, "/adjustments/" + id + "/rejections", "{\"comment\":\"no\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"));
        refused(postAs(second, "/adjustments/" + id + "/approvals", "{}"), 409, "adjustment-decided");
        assertBalance("ada", 0, 0, 0);
        refused(postAs(second("incentives:write"), "/adjustments/" + id + "/approvals", "{}"), 403, "forbidden");
    }

    @Test
    void refusesUnknownMembersCurrenciesAndAmountsOutOfRange() {
        refused(adjust("nobody", 5), 422, "unknown-member");
        refused(post("/adjustments", adjustment("ada", 5, "").replace("points", "pounds")), 404, "unknown-currency");
        refused(adjust("ada", 0), 422, "invalid-field");
        refused(adjust("ada", 1_000_000_000_001L), 422, "invalid-field");
        refused(post("/holds", hold("ada", 5).replace("points", "growth")), 409, "not-spendable");
        given().auth()
                .oauth2(TestTokens.all())
                .contentType("application/json")
                .body(adjustment("ada", 5, ""))
                .post(base + "/adjustments")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/idempotency-key-missing"));
    }

    @Test
    void aHoldIsCapturedInPartAndTheRestGoesBackToItsLots() {
        Instant soon = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        post("/adjustments", adjustment("ada", 30, ",\"expiresAt\":\"" + soon + "\""))
                .then()
                .statusCode(201);
        adjust("ada", 30).then().statusCode(201);
        String id = held("ada", 50);
        assertBalance("ada", 10, 50, 0);
        assertLots("ada", "10 null");

        post("/holds/" + id + "/captures", "{\"amount\":35}")
                .then()
                .statusCode(200)
                .body("status", equalTo("CAPTURED"))
                .body("captured", equalTo(35));
        assertBalance("ada", 25, 0, 0);
        assertLots("ada", "25 null");
        post("/holds/" + id + "/refunds", "{\"amount\":10}").then().statusCode(200);
        assertLots("ada", "5 " + soon, "30 null");
        refused(post("/holds/" + id + "/refunds", "{\"amount\":26}"), 409, "more-than-captured");
        post("/holds/" + id + "/refunds", "{}").then().statusCode(200).body("refunded", equalTo(35));
        assertLots("ada", "30 " + soon, "30 null");
        refused(post("/holds/" + id + "/refunds", "{}"), 409, "more-than-captured");
        refused(post("/holds/" + id + "/releases", "{}"), 409, "hold-ended");
        api.assertSound(community);
    }

    @Test
    void aReleasedHoldGivesAllBackAndAHoldNeedsWhatItReserves() {
        adjust("ada", 30).then().statusCode(201);
        refused(post("/holds", hold("ada", 31)), 409, "insufficient-points");
        String id = held("ada", 30);
        refused(post("/holds/" + id + "/captures", "{\"amount\":31}"), 422, "more-than-held");
        refused(post("/holds/" + id + "/releases", "{\"amount\":3}"), 422, "invalid-field");

        post("/holds/" + id + "/releases", "{}").then().statusCode(200).body("status", equalTo("RELEASED"));

        assertBalance("ada", 30, 0, 0);
        refused(post("/holds/" + id + "/captures", "{}"), 409, "hold-ended");
        refused(post("/holds/" + UUID.randomUUID() + "/captures", "{}"), 404, "unknown-hold");
        refused(post("/holds/nonsense/captures", "{}"), 404, "unknown-hold");
        api.get(base + "/members/ada/holds").then().body("items.hold", contains(id));
    }

    @Test
    void aHoldWhoseTimeIsOverCannotBeCapturedAndIsGivenBackByItself() {
        adjust("ada", 30).then().statusCode(201);
        Instant end = Instant.now().plusMillis(1500);
        String id = post("/holds", hold("ada", 20).replace("}", ",\"expiresAt\":\"" + end + "\"}"))
                .jsonPath()
                .getString("hold");

        Api.await(() -> Instant.now().isAfter(end));
        refused(post("/holds/" + id + "/captures", "{}"), 409, "hold-expired");
        Api.await(
                () -> "EXPIRED".equals(api.get(base + "/holds/" + id).jsonPath().getString("status")));

        assertBalance("ada", 30, 0, 0);
        refused(post("/holds/" + id + "/captures", "{}"), 409, "hold-expired");
        api.assertSound(community);
    }

    @Test
    void transfersKeepTheirExpiryAndTheirLimits() {
        Instant soon = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        post("/adjustments", adjustment("ada", 90, ",\"expiresAt\":\"" + soon + "\""))
                .then()
                .statusCode(201);
        adjust("ada", 200).then().statusCode(201);

        transfer("ada", "bob", 100).then().statusCode(201).body("type", equalTo("TRANSFERRED"));

        assertLots("bob", "90 " + soon, "10 null");
        assertLots("ada", "190 null");
        refused(transfer("ada", "bob", 101), 409, "transfer-limit-exceeded");
        refused(transfer("ada", "bob", 51), 409, "transfer-limit-exceeded");
        transfer("ada", "bob", 50).then().statusCode(201);
        refused(transfer("ada", "bob", 1), 409, "transfer-limit-exceeded");
        refused(transfer("ada", "ada", 1), 422, "invalid-field");
        refused(transfer("bob", "nobody", 1), 422, "unknown-member");
        refused(post("/transfers", transferOf("ada", "bob", 1).replace("points", "growth")), 409, "not-spendable");
        api.assertSound(community);
    }

    @Test
    void aMembersTokenGivesThatMembersPointsOnly() {
        adjust("ada", 20).then().statusCode(201);
        String ada = TestTokens.member(community, "ada", "incentives:write");

        refused(postAs(ada, "/transfers", transferOf("bob", "ada", 1)), 403, "forbidden");
        postAs(ada, "/transfers", transferOf("ada", "bob", 1)).then().statusCode(201);
        refused(postAs(ada, "/adjustments", adjustment("ada", 5, "")), 403, "forbidden");
        refused(postAs(ada, "/holds", hold("ada", 1)), 403, "forbidden");
    }

    @Test
    void aReversalTakesBackWhatIsThereAndLetsTheRestBeOwed() {
        String given = adjust("ada", 100).jsonPath().getString("transaction");
        transfer("ada", "bob", 70).then().statusCode(201);

        Response reversal = post("/transactions/" + given + "/reversals", "{\"reason\":\"a mistake\"}");

        reversal.then().statusCode(201).body("type", equalTo("REVERSED")).body("reverses", equalTo(given));
        assertBalance("ada", 0, 0, 70);
        refused(post("/transactions/" + given + "/reversals", "{\"reason\":\"again\"}"), 409, "transaction-reversed");
        String again = reversal.jsonPath().getString("transaction");
        refused(post("/transactions/" + again + "/reversals", "{\"reason\":\"back\"}"), 409, "not-reversible");
        refused(
                post("/transactions/" + UUID.randomUUID() + "/reversals", "{\"reason\":\"x\"}"),
                404,
                "unknown-transaction");
        api.assertSound(community);
    }

    @Test
    void balancesAsOfAnInstantAreWhatTheBooksSaidThen() {
        adjust("ada", 10).then().statusCode(201);
        Instant then = Instant.now();
        String id = held("ada", 4);
        post("/holds/" + id + "/captures", "{}").then().statusCode(200);

        api.get(base + "/members/ada/balances?asOf=" + then)
                .then()
                .body("items.find{it.currency=='points'}.spendable", equalTo(10))
                .body("items.find{it.currency=='growth'}.spendable", equalTo(0));
        assertBalance("ada", 6, 0, 0);
        refused(api.get(base + "/members/ada/balances?asOf=yesterday"), 400, "invalid-parameter");
    }

    @Test
    void theExportHasEveryEntryOnce() {
        for (int i = 1; i <= 12; i++) {
            adjust(i % 2 == 0 ? "ada" : "bob", i).then().statusCode(201);
        }

        List<String> lines =
                api.get(base + "/entries?currency=points").asString().lines().toList();

        assertThat(lines).hasSize(12 + 4).doesNotHaveDuplicates();
        assertThat(lines.stream().filter(line -> line.contains("\"memberId\":\"ada\"")))
                .hasSize(6 + 2);
        assertThat(api.get(base + "/entries?after=ada").asString().lines()).hasSize(6 + 2);
        assertThat(lines).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @Test
    void whatHasExpiredCannotBeSpentAndIsBooked() {
        Instant end = Instant.now().plusMillis(1500).truncatedTo(ChronoUnit.MICROS);
        post("/adjustments", adjustment("ada", 30, ",\"expiresAt\":\"" + end + "\""))
                .then()
                .statusCode(201);
        assertBalance("ada", 30, 0, 0);

        Api.await(() -> Instant.now().isAfter(end));
        refused(post("/holds", hold("ada", 1)), 409, "insufficient-points");
        Api.await(() -> "EXPIRED"
                .equals(api.get(base + "/members/ada/entries?limit=1")
                        .jsonPath()
                        .getString("items[0].type")));

        api.get(base + "/members/ada/entries?limit=1").then().body("items[0].amount", equalTo(-30));
        api.assertSound(community);
    }

    @Test
    void sixtyFourClientsCannotSpendMoreThanAWalletHas() {
        adjust("ada", 100).then().statusCode(201);

        Map<Integer, Long> statuses = atOnce(i -> post("/holds", hold("ada", 7)));

        assertThat(statuses).isEqualTo(Map.of(201, 14L, 409, 50L));
        assertBalance("ada", 2, 98, 0);
        api.assertSound(community);
    }

    @Test
    void sixtyFourClientsWithOneKeyMoveOnce() {
        String key = UUID.randomUUID().toString();

        Map<Integer, Long> statuses =
                atOnce(i -> postWith(TestTokens.all(), key, "/adjustments", adjustment("ada", 9, "")));

        assertThat(statuses.keySet()).isSubsetOf(201, 409).contains(201);
        assertBalance("ada", 9, 0, 0);
        postWith(TestTokens.all(), key, "/adjustments", adjustment("ada", 9, ""))
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true");
        refused(
                postWith(TestTokens.all(), key, "/adjustments", adjustment("ada", 8, "")),
                422,
                "idempotency-key-reused");
    }

    @Test
    void aBalanceBeyondWhatCanBeToldExactlyIsRefused() {
        CurrencyId growth = new CurrencyId(community, "growth");
        fillUp(new Holder(community, "ada"), growth);
        String more =
                "{\"memberId\":\"ada\",\"currency\":\"growth\",\"amount\":" + Amount.MAX + ",\"reason\":\"a test\"}";

        refused(post("/adjustments", more), 409, "balance-out-of-range");
        post("/adjustments", more.replace("ada", "bob")).then().statusCode(201);
        api.assertSound(community);
    }

    /** To less than one more posting short of the limit. */
    private void fillUp(Holder holder, CurrencyId currency) {
        long times = ((1L << 53) - 1) / Amount.MAX;
        var _ = pool.withTransaction(connection -> bookkeeping.with(
                        connection,
                        Set.of(holder),
                        books -> Uni.createFrom().item(() -> {
                            Draft draft = books.draft(
                                    TransactionType.GRANTED,
                                    new Cause.Requested(community, "test/full"),
                                    new When(Instant.EPOCH, LocalDate.EPOCH));
                            for (long time = 0; time < times; time++) {
                                draft = draft.credit(
                                        currency,
                                        holder.member(),
                                        Amount.MAX,
                                        Account.NEVER,
                                        Account.issuer(currency, 0));
                            }
                            return draft.record();
                        })))
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    @Test
    void aHoldEndsOnceWhoeverWinsTheRaceOfCaptureAndRelease() {
        adjust("ada", 100).then().statusCode(201);
        for (int race = 0; race < 4; race++) {
            String id = held("ada", 10);

            Map<Integer, Long> statuses =
                    atOnce(i -> post("/holds/" + id + (i % 2 == 0 ? "/captures" : "/releases"), "{}"));

            assertThat(statuses).isEqualTo(Map.of(200, 1L, 409, 63L));
        }
        api.get(base + "/members/ada/balances").then().body("items.find{it.currency=='points'}.held", equalTo(0));
        api.assertSound(community);
    }

    @Test
    void sixtyFourRefundsGiveBackNoMoreThanWasCaptured() {
        adjust("ada", 100).then().statusCode(201);
        String id = held("ada", 100);
        post("/holds/" + id + "/captures", "{}").then().statusCode(200);

        Map<Integer, Long> statuses = atOnce(i -> post("/holds/" + id + "/refunds", "{\"amount\":3}"));

        assertThat(statuses).isEqualTo(Map.of(200, 33L, 409, 31L));
        assertBalance("ada", 99, 0, 0);
        api.assertSound(community);
    }

    @Test
    void sixtyFourTransfersToAndFroKeepTheLimitOfTheDayAndLoseNothing() {
        adjust("ada", 1000).then().statusCode(201);
        adjust("bob", 1000).then().statusCode(201);

        Map<Integer, Long> statuses = atOnce(i -> i % 2 == 0 ? transfer("ada", "bob", 10) : transfer("bob", "ada", 10));

        assertThat(statuses).isEqualTo(Map.of(201, 30L, 409, 34L));
        assertBalance("ada", 1000, 0, 0);
        assertBalance("bob", 1000, 0, 0);
        api.assertSound(community);
    }

    @Test
    void sixtyFourReversalsTakeBackOnce() {
        String given = adjust("ada", 100).jsonPath().getString("transaction");

        Map<Integer, Long> statuses =
                atOnce(i -> post("/transactions/" + given + "/reversals", "{\"reason\":\"race\"}"));

        assertThat(statuses).isEqualTo(Map.of(201, 1L, 409, 63L));
        assertBalance("ada", 0, 0, 0);
        api.assertSound(community);
    }

    @Test
    void sixtyFourApprovalsApplyOnce() {
        String id = adjust("ada", 2000).jsonPath().getString("adjustment");
        String second = second("incentives:approve");

        Map<Integer, Long> statuses = atOnce(i -> postAs(second, "/adjustments/" + id + "/approvals", "{}"));

        assertThat(statuses).isEqualTo(Map.of(200, 1L, 409, 63L));
        assertBalance("ada", 2000, 0, 0);
    }

    private static Map<Integer, Long> atOnce(IntFunction<Response> request) {
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Integer>> answers = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> clients.submit(() -> request.apply(i).statusCode()))
                    .toList();
            Map<Integer, Long> statuses = new TreeMap<>();
            for (Future<Integer> answer : answers) {
                statuses.merge(answer.get(), 1L, Long::sum);
            }
            return statuses;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private void assertBalance(String member, int spendable, int held, int owed) {
        api.get(base + "/members/" + member + "/balances")
                .then()
                .body("items.find{it.currency=='points'}.spendable", equalTo(spendable))
                .body("items.find{it.currency=='points'}.held", equalTo(held))
                .body("items.find{it.currency=='points'}.owed", equalTo(owed));
    }

    private void assertLots(String member, String... lots) {
        Response answer = api.get(base + "/members/" + member + "/lots");
        answer.then().body("items", hasSize(lots.length));
        List<Map<String, Object>> items = answer.jsonPath().getList("items");
        assertThat(items.stream().map(lot -> lot.get("points") + " " + lot.get("expiresAt")))
                .containsExactly(lots);
    }

    private static void refused(Response answer, int status, String problem) {
        answer.then().statusCode(status).body("type", equalTo("/problems/" + problem));
    }

    private String held(String member, int amount) {
        Response answer = post("/holds", hold(member, amount));
        answer.then().statusCode(201);
        return answer.jsonPath().getString("hold");
    }

    private Response adjust(String member, long amount) {
        return post("/adjustments", adjustment(member, amount, ""));
    }

    private Response transfer(String from, String to, int amount) {
        return post("/transfers", transferOf(from, to, amount));
    }

    private static String adjustment(String member, long amount, String more) {
        return "{\"memberId\":\"" + member + "\",\"currency\":\"points\",\"amount\":" + amount
                + ",\"reason\":\"a test\"" + more + "}";
    }

    private static String hold(String member, int amount) {
        return "{\"memberId\":\"" + member + "\",\"currency\":\"points\",\"amount\":" + amount + "}";
    }

    private static String transferOf(String from, String to, int amount) {
        return "{\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"currency\":\"points\",\"amount\":" + amount + "}";
    }

    private String second(String scopes) {
        return TestTokens.token(
                TokenRequest.forSubject("second").community(community).scopes(scopes));
    }

    private Response post(String path, String body) {
        return postAs(TestTokens.all(), path, body);
    }

    private Response postAs(String token, String path, String body) {
        return postWith(token, UUID.randomUUID().toString(), path, body);
    }

    private Response postWith(String token, String key, String path, String body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(base + path);
    }
}
