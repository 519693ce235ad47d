package dev.hearth.incentive.wallet.pending;

import static dev.hearth.incentive.LedgerDatabase.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.hearth.incentive.Api;
import dev.hearth.incentive.IncentiveStack;
import dev.hearth.incentive.Streams;
import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Transaction;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.ledger.When;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.incentive.wallet.pending.PendingCredits.Happening;
import dev.hearth.local.test.TestTokens;
import dev.hearth.platform.time.Uuid7;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IncentiveStack
class PendingTest {
    @Inject
    Bookkeeping bookkeeping;

    @Inject
    PendingCredits credits;

    @Inject
    Activation activation;

    @Inject
    Pool pool;

    @Inject
    Uuid7 ids;

    private final Api api = Api.all();
    private final Instant expires = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
    private String community = "";

    @BeforeEach
    void makeACommunity() {
        try (Streams streams = new Streams()) {
            community = api.community(streams);
        }
    }

    @Test
    void whatIsPendingBecomesSpendableWhenItIsDue() {
        var _ = accrue("ada", 10, Instant.now().plusMillis(1500), null);
        assertBalance("ada", 0, 10, 0);

        Api.await(() -> balance("ada", "spendable") == 10);

        assertBalance("ada", 10, 0, 0);
        api.get(member("ada") + "/lots").then().body("items[0].expiresAt", equalTo(expires.toString()));
        api.get(member("ada") + "/pending-credits").then().body("items[0].status", equalTo("ACTIVATED"));
        api.assertSound(community);
    }

    @Test
    void whatWaitsForAnEventIsActivatedByThatKindOfThatMemberOnly() {
        var _ = accrue("ada", 10, null, "purchase.made");
        happened("ada", "message.posted");
        happened("bob", "purchase.made");
        var _ = await(pool.withTransaction(connection -> activation.activate(connection, 1_000)));
        assertBalance("ada", 0, 10, 0);

        happened("ada", "purchase.made");
        happened("ada", "purchase.made");

        Api.await(() -> balance("ada", "spendable") == 10);
        assertBalance("ada", 10, 0, 0);
        api.assertSound(community);
    }

    @Test
    void aReversalCancelsWhatIsPendingForGood() {
        Transaction made = accrue("ada", 10, Instant.now().plusSeconds(2), null);
        Transaction other = accrue("ada", 7, null, "purchase.made");

        reverse(made);

        assertBalance("ada", 0, 7, 0);
        var _ = await(pool.withTransaction(connection -> activation.activate(connection, 1_000)));
        api.get(member("ada") + "/pending-credits")
                .then()
                .body("items.find{it.transaction=='" + made.id() + "'}.status", equalTo("CANCELLED"))
                .body("items.find{it.transaction=='" + other.id() + "'}.status", equalTo("PENDING"));
        api.assertSound(community);
    }

    @Test
    void aReversalOfWhatWasActivatedTakesTheLotAndLeavesOtherPendingPointsAlone() {
        Transaction made = accrue("ada", 10, null, "purchase.made");
        happened("ada", "purchase.made");
        Api.await(() -> balance("ada", "spendable") == 10);
        var _ = accrue("ada", 30, null, "review.written");
        spend("ada", 4);

        reverse(made);

        assertBalance("ada", 0, 30, 4);
        happened("ada", "review.written");
        Api.await(() -> balance("ada", "spendable") == 26);
        assertBalance("ada", 26, 0, 0);
        api.assertSound(community);
    }

    @Test
    void replicasThatActivateAtOnceActivateEachCreditOnce() {
        for (int i = 0; i < 150; i++) {
            var _ = accrue("m" + i % 40, 1, null, "purchase.made");
        }
        IntStream.range(0, 40).forEach(i -> happened("m" + i, "purchase.made"));

        List<CompletableFuture<Integer>> replicas = IntStream.range(0, 16)
                .mapToObj(i -> pool.withTransaction(connection -> activation.activate(connection, 20))
                        .subscribeAsCompletionStage())
                .toList();
        replicas.forEach(CompletableFuture::join);

        Api.await(() -> count("select count(*) from pending_credit where community = '" + community
                        + "' and status = 'ACTIVATED'")
                == 150);
        assertThat(count("select count(*) from ledger_transaction where community = '" + community
                        + "' and type = 'ACTIVATED'"))
                .isEqualTo(150);
        assertThat(api.balances(community, "points").values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(150);
        api.assertSound(community);
    }

    private Transaction accrue(String member, long points, @Nullable Instant due, @Nullable String kind) {
        CurrencyId points0 = new CurrencyId(community, "points");
        return await(pool.withTransaction(connection -> bookkeeping
                .with(
                        connection,
                        List.of(new Holder(community, member)),
                        books -> Uni.createFrom()
                                .item(() -> books.draft(
                                                TransactionType.GRANTED,
                                                new Cause.Requested(community, "test/" + ids.next()),
                                                new When(Instant.now(), LocalDate.EPOCH))
                                        .accrue(points0, member, points, Account.issuer(points0, 0))
                                        .record()))
                .call(made -> credits.add(
                        connection,
                        List.of(new PendingCredit(
                                ids.next(), points0, member, points, made.id(), due, kind, expires))))));
    }

    private void happened(String member, String kind) {
        var _ = await(pool.withTransaction(
                connection -> credits.happened(connection, List.of(new Happening(community, member, kind)))
                        .replaceWith(true)));
    }

    private void spend(String member, long points) {
        CurrencyId currency = new CurrencyId(community, "points");
        var _ = await(pool.withTransaction(connection -> bookkeeping.with(
                connection,
                List.of(new Holder(community, member)),
                books -> Uni.createFrom()
                        .item(() -> books.draft(
                                        TransactionType.REDEEMED,
                                        new Cause.Requested(community, "test/" + ids.next()),
                                        new When(Instant.now(), LocalDate.EPOCH))
                                .debitOrOwe(currency, member, points, Account.redeemed(currency, 0))
                                .record()))));
    }

    private void reverse(Transaction made) {
        given().auth()
                .oauth2(TestTokens.all())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"reason\":\"a test\"}")
                .post("/communities/" + community + "/transactions/" + made.id() + "/reversals")
                .then()
                .statusCode(201);
    }

    private long count(String sql) {
        return await(pool.query(sql).execute()).iterator().next().getLong(0);
    }

    private String member(String member) {
        return "/communities/" + community + "/members/" + member;
    }

    private int balance(String member, String part) {
        return api.get(member(member) + "/balances").jsonPath().getInt("items[0]." + part);
    }

    private void assertBalance(String member, int spendable, int pending, int owed) {
        api.get(member(member) + "/balances")
                .then()
                .body("items[0].spendable", equalTo(spendable))
                .body("items[0].pending", equalTo(pending))
                .body("items[0].owed", equalTo(owed));
    }
}
