package dev.hearth.incentive.redpacket;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.hearth.contract.member.MemberState;
import dev.hearth.contract.member.MemberStatus;
import dev.hearth.incentive.Api;
import dev.hearth.incentive.IncentiveStack;
import dev.hearth.incentive.Streams;
import dev.hearth.incentive.chance.Seed;
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
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@IncentiveStack
class RedPacketResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Pool pool;

    @Inject
    Bookkeeping bookkeeping;

    @Inject
    RedPacketExpiryJob expiry;

    @Inject
    Claiming claiming;

    @Inject
    Giving giving;

    private final Api api = Api.all();
    private final Streams streams = new Streams();
    private String community = "";
    private String base = "";

    @BeforeEach
    void makeACommunity() {
        community = api.community(streams);
        base = "/communities/" + community;
        policy(3);
        known("ada", "bob", "cem", "dan", "eve");
    }

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void takesThePointsDividesThemAndGivesEachClaimantAShare() {
        give("ada", 100, Account.NEVER);
        String packet = send("\"senderId\":\"ada\",\"total\":10,\"shares\":3,\"split\":\"EQUAL\"");

        assertThat(points("ada")).isEqualTo(90);
        assertThat(claim(packet, "bob") + claim(packet, "cem") + claim(packet, "dan"))
                .isEqualTo(10);
        assertThat(points("bob")).isEqualTo(4);
        assertThat(points("dan")).isEqualTo(3);
        api.get(packet)
                .then()
                .body("left", equalTo(0))
                .body("status", equalTo("OPEN"))
                .body("seed", nullValue());
        api.get(packet + "/claims").then().body("items.memberId", equalTo(List.of("bob", "cem", "dan")));
        api.assertSound(community);
        assertThat(streams.read(
                        Topics.INCENTIVE,
                        4,
                        event -> event.community().equals(community)
                                && event.type().contains("red-packet")))
                .extracting(event -> event.type())
                .containsExactlyInAnyOrder(
                        "dev.hearth.incentive.red-packet-sent.v1",
                        "dev.hearth.incentive.red-packet-claimed.v1",
                        "dev.hearth.incentive.red-packet-claimed.v1",
                        "dev.hearth.incentive.red-packet-claimed.v1");
    }

    @Test
    void givesAMemberOneShareHoweverOftenItAsks() {
        String packet = send("\"total\":10,\"shares\":5,\"split\":\"RANDOM\"");
        long first = claim(packet, "bob");

        assertThat(claim(packet, "bob")).isEqualTo(first);
        assertThat(points("bob")).isEqualTo(first);
        api.get(packet).then().body("left", equalTo(4));
    }

    @Test
    void sendsOnceHoweverOftenTheRequestIsRepeated() {
        give("ada", 100, Account.NEVER);
        String body = packet("\"senderId\":\"ada\",\"total\":40,\"shares\":4,\"split\":\"EQUAL\"");
        String key = Api.fresh("key");

        String first = api.post(base + "/red-packets", body, key)
                .then()
                .statusCode(201)
                .extract()
                .path("packet");
        api.post(base + "/red-packets", body, key)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("packet", equalTo(first));
        assertThat(points("ada")).isEqualTo(60);
    }

    /** Points that expire soon are claimed first and keep their day; what is left goes back to the very lots. */
    @Test
    void returnsWhatNobodyClaimedToTheLotsThatItCameFrom() {
        Instant soon = Instant.parse("2036-01-01T00:00:00Z");
        give("ada", 30, soon);
        give("ada", 70, Account.NEVER);
        String packet = send("\"senderId\":\"ada\",\"total\":60,\"shares\":3,\"split\":\"EQUAL\"");
        assertThat(lots("ada")).isEqualTo(Map.of(Account.NEVER, 40L));
        assertThat(claim(packet, "bob")).isEqualTo(20);
        assertThat(lots("bob")).isEqualTo(Map.of(soon, 20L));

        expire(packet);

        assertThat(lots("ada")).isEqualTo(Map.of(soon, 10L, Account.NEVER, 70L));
        api.get(packet)
                .then()
                .body("status", equalTo("EXPIRED"))
                .body("refunded", equalTo(40))
                .body("endedAt", org.hamcrest.Matchers.notNullValue());
        assertThat(run()).isZero();
        api.assertSound(community);
        assertThat(claimProblem(packet, "cem", 409)).contains("red-packet-expired");
    }

    @Test
    void aPacketOfTheCommunityGoesBackToWhereItsPointsCameFrom() {
        String packet = send("\"total\":60,\"shares\":3,\"split\":\"RANDOM\"");
        long claimed = claim(packet, "bob");

        expire(packet);

        api.get(packet).then().body("refunded", equalTo((int) (60 - claimed)));
        api.assertSound(community);
    }

    @Test
    void showsTheSeedOnceItIsOverSoThatAnybodyDividesItAgain() {
        String packet = send("\"total\":1000,\"shares\":20,\"split\":\"RANDOM\"");
        var _ = claim(packet, "bob");
        expire(packet);

        var view = api.get(packet).jsonPath();
        Seed seed = new Seed(view.getString("seed"));
        assertThat(seed.commitment()).isEqualTo(view.getString("commitment"));
        List<Long> parts = Split.RANDOM.divide(1000, 20, seed.chance("hearth/red-packet/v1", view.getString("packet")));
        assertThat(stored(packet)).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"total\":2,\"shares\":3,\"split\":\"EQUAL\" | 422 | /total",
                "\"total\":200000,\"shares\":3,\"split\":\"EQUAL\" | 422 | /total",
                "\"total\":200,\"shares\":101,\"split\":\"EQUAL\" | 422 | /shares",
                "\"total\":200,\"shares\":0,\"split\":\"EQUAL\" | 422 | /shares",
                "\"total\":200,\"shares\":2 | 422 | /split",
                "\"total\":200,\"shares\":2,\"split\":\"EQUAL\",\"groupId\":\"nowhere\" | 404 | red-packet-group-unknown",
                "\"total\":200,\"shares\":2,\"split\":\"EQUAL\",\"senderId\":\"nobody\" | 404 | red-packet-member-unknown",
                "\"total\":200,\"shares\":2,\"split\":\"EQUAL\",\"senderId\":\"eve\" | 409 | red-packet-uncovered"
            })
    void refusesWhatCannotBeSent(String fields, int status, String what) {
        api.post(base + "/red-packets", packet(fields))
                .then()
                .statusCode(status)
                .body(containsString(what));
    }

    @Test
    void sendsNothingWithoutAPolicyAndNoMoreThanADayAllows() {
        String other = api.community(streams);
        streams.members(other, List.of("ada"));
        api.post("/communities/" + other + "/red-packets", packet("\"total\":2,\"shares\":1,\"split\":\"EQUAL\""))
                .then()
                .statusCode(409)
                .body(containsString("red-packets-not-offered"));

        give("ada", 1000, Account.NEVER);
        String many = "\"senderId\":\"ada\",\"total\":300,\"shares\":2,\"split\":\"EQUAL\"";
        String packet = send(many);
        api.post(base + "/red-packets", packet(many))
                .then()
                .statusCode(409)
                .body(containsString("red-packet-limit-reached"));
        assertThat(points("ada")).isEqualTo(700);
        aDayLater("ada");
        assertThat(send(many)).isNotEqualTo(packet);
    }

    @Test
    void aMemberClaimsNoMoreThanADayAllowsAndAgainOnTheNextDay() {
        for (int i = 0; i < 3; i++) {
            var _ = claim(send("\"total\":2,\"shares\":2,\"split\":\"EQUAL\""), "bob");
        }
        String fourth = send("\"total\":2,\"shares\":2,\"split\":\"EQUAL\"");

        assertThat(claimProblem(fourth, "bob", 409)).contains("red-packet-limit-reached");
        api.get(fourth).then().body("left", equalTo(2));
        aDayLater("bob");
        assertThat(claim(fourth, "bob")).isEqualTo(1);
    }

    @Test
    void isOnlyForActiveMembersOfItsGroupWhomNobodyRuns() {
        streams.group(community, "g-1");
        streams.members(List.of(
                member("gus", MemberStatus.ACTIVE, false, "g-1"),
                member("pat", MemberStatus.ACTIVE, true, "g-1"),
                member("ben", MemberStatus.BANNED, false, "g-1")));
        String packet = send("\"total\":9,\"shares\":3,\"split\":\"EQUAL\",\"groupId\":\"g-1\"");

        Api.await(() -> !claimProblem(packet, "ben", 0).contains("unknown"));
        assertThat(claimProblem(packet, "bob", 409)).contains("for members of the group g-1");
        assertThat(claimProblem(packet, "pat", 409)).contains("run by operators");
        assertThat(claimProblem(packet, "ben", 409)).contains("is BANNED");
        assertThat(claimProblem(packet, "nobody", 404)).contains("red-packet-member-unknown");
        assertThat(claim(packet, "gus")).isEqualTo(3);
    }

    @Test
    void aMembersTokenSendsAndClaimsForItselfOnly() {
        give("ada", 100, Account.NEVER);
        Api ada = Api.with(TestTokens.member(community, "ada", "incentives:read incentives:write"));
        String own = packet("\"senderId\":\"ada\",\"total\":4,\"shares\":2,\"split\":\"EQUAL\"");

        ada.post(base + "/red-packets", packet("\"senderId\":\"bob\",\"total\":4,\"shares\":2,\"split\":\"EQUAL\""))
                .then()
                .statusCode(403);
        ada.post(base + "/red-packets", packet("\"total\":4,\"shares\":2,\"split\":\"EQUAL\""))
                .then()
                .statusCode(422);
        String packet = base + "/red-packets/"
                + ada.post(base + "/red-packets", own)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("packet");
        ada.post(packet + "/claims", "{\"memberId\":\"bob\"}").then().statusCode(403);
        ada.get(packet + "/claims").then().statusCode(403);
    }

    /** A claim that fails after it took its share leaves the share to others: nothing is half done. */
    @Test
    void aShareWhoseClaimIsUndoneIsClaimedBySomebodyElse() {
        String path = send("\"total\":5,\"shares\":1,\"split\":\"EQUAL\"");
        RedPacket packet = await(giving.find(community, id(path))).packet();
        Uni<Claim> undone = pool.withTransaction(connection -> claiming.claim(connection, packet, holder("bob"))
                .chain(claim -> Uni.createFrom().failure(new IllegalStateException("crash after the claim"))));

        assertThat(undone.onFailure().recoverWithNull().await().atMost(PATIENCE))
                .isNull();

        assertThat(points("bob")).isZero();
        assertThat(claim(path, "cem")).isEqualTo(5);
        assertThat(number("select shares_claimed from red_packet_day where community = $1 and member = 'bob'"))
                .isZero();
    }

    @Test
    void whoComesWhileTheLastShareIsClaimedWaitsAndGetsItIfThatClaimIsUndone() throws Exception {
        String path = send("\"total\":5,\"shares\":1,\"split\":\"EQUAL\"");
        RedPacket packet = await(giving.find(community, id(path))).packet();
        try (ExecutorService clients = Executors.newFixedThreadPool(2)) {
            Future<?> undone = clients.submit(() -> pool.withTransaction(
                            connection -> claiming.claim(connection, packet, holder("bob"))
                                    .onItem()
                                    .delayIt()
                                    .by(Duration.ofMillis(700))
                                    .chain(claim -> Uni.createFrom().failure(new IllegalStateException("crash"))))
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .atMost(PATIENCE));
            Thread.sleep(250);
            assertThat(claim(path, "cem")).isEqualTo(5);
            var _ = undone.get();
        }
        assertThat(points("bob")).isZero();
        api.assertSound(community);
    }

    @Test
    void tenThousandMembersRaceForAHundredSharesAndExactlyAHundredWin() throws Exception {
        int racers = 10_000;
        List<String> members =
                IntStream.range(0, racers).mapToObj(i -> "racer-" + i).toList();
        streams.members(community, members);
        known(members.getLast());
        String packet = send("\"total\":5000,\"shares\":100,\"split\":\"RANDOM\"");

        List<Integer> statuses;
        try (ExecutorService clients = Executors.newFixedThreadPool(64)) {
            List<Future<Integer>> answers = members.stream()
                    .map(member -> clients.submit(() -> post(packet, member)))
                    .toList();
            statuses = answers.stream().map(RedPacketResourceTest::get).toList();
        }

        assertThat(statuses.stream().collect(groupingBy(status -> status, counting())))
                .isEqualTo(Map.of(200, 100L, 409, racers - 100L));
        assertThat(number("select count(distinct member) from red_packet_share where community = $1"))
                .isEqualTo(100);
        assertThat(number(
                        "select sum(points)::bigint from red_packet_share where community = $1 and member is not null"))
                .isEqualTo(5000);
        assertThat(number("select sum(balance)::bigint from account where community = $1 and kind = 'WALLET'"))
                .isEqualTo(5000);
        assertThat(number("select balance from account where community = $1 and kind = 'POT'"))
                .isZero();
        api.assertSound(community);
    }

    @Test
    void sixtyFourClientsOfOneMemberGetOneShare() throws Exception {
        String packet = send("\"total\":100,\"shares\":100,\"split\":\"EQUAL\"");
        try (ExecutorService clients = Executors.newFixedThreadPool(64)) {
            List<Future<Integer>> answers = IntStream.range(0, 64)
                    .mapToObj(i -> clients.submit(() -> post(packet, "bob")))
                    .toList();
            assertThat(answers.stream().map(RedPacketResourceTest::get)).containsOnly(200);
        }
        assertThat(points("bob")).isEqualTo(1);
        api.get(packet).then().body("left", equalTo(99));
    }

    @Test
    void endsOnceHoweverManyReplicasEndIt() throws Exception {
        give("ada", 300, Account.NEVER);
        String packet = send("\"senderId\":\"ada\",\"total\":60,\"shares\":3,\"split\":\"EQUAL\"");
        overdue(packet);
        try (ExecutorService replicas = Executors.newFixedThreadPool(16)) {
            List<Future<Integer>> done = IntStream.range(0, 16)
                    .mapToObj(i -> replicas.submit(this::run))
                    .toList();
            assertThat(done.stream().mapToInt(RedPacketResourceTest::get).sum()).isLessThanOrEqualTo(1);
        }
        Api.await(() -> api.get(packet).jsonPath().getString("status").equals("EXPIRED"));
        assertThat(points("ada")).isEqualTo(300);
        api.assertSound(community);
    }

    /** Who is refused for now, as where machines are loaded, asks again; that takes no second share. */
    private int post(String packet, String member) {
        int status = 503;
        for (int time = 0; time < 50 && status == 503; time++) {
            status = api.post(packet + "/claims", "{\"memberId\":\"" + member + "\"}")
                    .statusCode();
        }
        return status;
    }

    private void policy(int claims) {
        api.put(base + "/red-packet-policies/points", """
                        {"memberSending":true,"maxTotal":100000,"maxShares":100,"packetsPerDay":3,"pointsPerDay":500,
                         "claimsPerDay":%d,"minutesOpen":60}
                        """.formatted(claims))
                .then()
                .statusCode(201);
        api.get(base + "/red-packet-policies/points/versions").then().body("items", hasSize(1));
    }

    /** Makes the members known and waits until they are, by somebody who asks about the last one. */
    private void known(String... members) {
        streams.members(community, List.of(members));
        String last = members[members.length - 1];
        String probe = packet("\"senderId\":\"" + last + "\",\"total\":100,\"shares\":1,\"split\":\"EQUAL\"");
        Api.await(() -> api.post(base + "/red-packets", probe).statusCode() == 409);
    }

    private String send(String fields) {
        String id = api.post(base + "/red-packets", packet(fields))
                .then()
                .statusCode(201)
                .extract()
                .path("packet");
        return base + "/red-packets/" + id;
    }

    private static String packet(String fields) {
        return "{\"currency\":\"points\",\"minutesOpen\":60," + fields + "}";
    }

    private int claim(String packet, String member) {
        return api.post(packet + "/claims", "{\"memberId\":\"" + member + "\"}")
                .then()
                .statusCode(200)
                .extract()
                .path("points");
    }

    /** @param status 0 for any */
    private String claimProblem(String packet, String member, int status) {
        var answer = api.post(packet + "/claims", "{\"memberId\":\"" + member + "\"}");
        if (status != 0) {
            assertThat(answer.statusCode()).isEqualTo(status);
        }
        return answer.asString();
    }

    private void give(String member, long points, Instant expiresAt) {
        CurrencyId currency = new CurrencyId(community, "points");
        var _ = await(pool.withTransaction(connection -> bookkeeping.with(connection, Set.of(holder(member)), books -> {
            var _ = books.draft(
                            TransactionType.GRANTED,
                            new Cause.Requested(community, UUID.randomUUID().toString()),
                            new When(Instant.now(), LocalDate.now(ZoneOffset.UTC)))
                    .credit(currency, member, points, expiresAt, Account.issuer(currency, books.shard()))
                    .record();
            return Uni.createFrom().item(points);
        })));
    }

    private Holder holder(String member) {
        return new Holder(community, member);
    }

    private MemberState member(String id, MemberStatus status, boolean planted, String group) {
        return new MemberState(community, id, status, 0, Set.of(group), Set.of(), null, planted, 1);
    }

    private long points(String member) {
        return lots(member).values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<Instant, Long> lots(String member) {
        Map<Instant, Long> lots = new java.util.HashMap<>();
        await(pool.preparedQuery("select expires_at, balance from account where community = $1 and owner = $2"
                                + " and kind = 'WALLET' and balance > 0")
                        .execute(Tuple.of(community, member)))
                .forEach(row -> lots.put(row.getOffsetDateTime(0).toInstant(), row.getLong(1)));
        return lots;
    }

    private List<Long> stored(String packet) {
        List<Long> points = new java.util.ArrayList<>();
        await(pool.preparedQuery("select points from red_packet_share where packet = $1 order by share")
                        .execute(Tuple.of(UUID.fromString(id(packet)))))
                .forEach(row -> points.add(row.getLong(0)));
        return points;
    }

    private long number(String query) {
        var rows = await(pool.preparedQuery(query).execute(Tuple.of(community)));
        return rows.size() == 0 ? 0 : rows.iterator().next().getLong(0);
    }

    /** The time of the packet has come: its row is as it would be if it had been sent earlier. */
    private void overdue(String packet) {
        direct(
                "update red_packet set sent_at = sent_at - interval '2 hours', expires_at = expires_at - interval '2 hours'"
                        + " where packet = '" + id(packet) + "'",
                "red_packet");
    }

    private void expire(String packet) {
        overdue(packet);
        Api.await(() -> {
            var _ = run();
            return !api.get(packet).jsonPath().getString("status").equals("OPEN");
        });
    }

    private int run() {
        return await(pool.withTransaction(connection -> expiry.runOnce(connection, 50)));
    }

    /** What the member did today was yesterday. */
    private void aDayLater(String member) {
        direct(
                "update red_packet_day set local_date = local_date - 1 where community = '" + community
                        + "' and member = '" + member + "'",
                "red_packet_day");
    }

    private void direct(String update, String table) {
        var _ = await(pool.withTransaction(connection -> connection
                .query("alter table " + table + " disable trigger user")
                .execute()
                .chain(() -> connection.query(update).execute())
                .chain(() -> connection
                        .query("alter table " + table + " enable trigger user")
                        .execute())));
    }

    private static String id(String packet) {
        return packet.substring(packet.lastIndexOf('/') + 1);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
