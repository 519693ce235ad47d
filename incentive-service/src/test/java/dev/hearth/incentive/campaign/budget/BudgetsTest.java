package dev.hearth.incentive.campaign.budget;

import static dev.hearth.incentive.LedgerDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.incentive.LedgerDatabase;
import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Ledger;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.ledger.When;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.outbox.Outbox;
import dev.hearth.platform.time.Uuid7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Budgets on the real database, with the ledger: what locks must do there, and that both say the same. */
class BudgetsTest {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final When NOON = new When(Instant.parse("2026-03-01T12:00:00Z"), LocalDate.parse("2026-03-01"));
    private static LedgerDatabase database;
    private static Budgets budgets;
    private static Treasury treasury;
    private static Bookkeeping books;

    @BeforeAll
    static void open() {
        database = new LedgerDatabase(10);
        database.execute("insert into currency values ('tea', 'points', 'Points', 1, now(), 'tests')");
        Clock clock = Clock.systemUTC();
        books = Bookkeeping.of(
                new Ledger(clock, new Uuid7(clock)::next), new Events("tests", clock), new Outbox(() -> {}));
        treasury = new Treasury(new BudgetSlices(), new Refunds());
        budgets = new Budgets(new OpenCampaigns(), new BudgetSlices(), new Draws(clock));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @AfterEach
    void theLedgerHasWhatTheSlicesHave() {
        assertThat(database.number("""
                select count(*) from budget_slice s full join
                    (select * from account where kind = 'BUDGET') a
                    on (a.community, a.currency, a.owner) = (s.community, s.currency, s.campaign || '/' || s.slice)
                where coalesce(a.balance, 0) <> coalesce(s.points, 0)""")).isZero();
        assertThat(database.number("select coalesce(sum(balance), 0) from account"))
                .isZero();
    }

    @Test
    void eightPartitionsThatWantMoreThanThereIsGetAllOfItAndNoMore() throws Exception {
        BudgetId budget = funded(10_007);
        List<Callable<Long>> partitions = new ArrayList<>();
        for (int partition = 0; partition < 8; partition++) {
            int own = partition;
            partitions.add(() -> {
                Random random = new Random(own);
                long drawn = 0;
                for (int batch = 0; batch < 60; batch++) {
                    drawn += await(draw(own, Map.of(budget, 1L + random.nextInt(80)), "m" + own));
                }
                return drawn;
            });
        }

        assertThat(inParallel(partitions)).isEqualTo(10_007);
        assertThat(figure(budget))
                .isEqualTo(new BudgetFigures.Figure(
                        "points", 10_007, 0, 10_007, 0, 0, figure(budget).awards()));
    }

    /** Two budgets at once, by slices that call each other back, to members of other partitions: no ring of locks. */
    @Test
    void partitionsThatDrawOnTwoCampaignsNeverWaitForEachOtherInARing() throws Exception {
        BudgetId one = funded(5_000);
        BudgetId other = funded(4_000);
        List<Callable<Long>> partitions = new ArrayList<>();
        for (int partition = -1; partition < 7; partition++) {
            int own = partition;
            partitions.add(() -> {
                Random random = new Random(own);
                long drawn = 0;
                for (int batch = 0; batch < 40; batch++) {
                    long wanted = 1L + random.nextInt(90);
                    Map<BudgetId, Long> both = random.nextBoolean()
                            ? Map.of(one, wanted, other, 91 - wanted)
                            : Map.of(random.nextBoolean() ? other : one, wanted);
                    drawn += await(draw(own, both, "m" + random.nextInt(3)));
                }
                return drawn;
            });
        }

        assertThat(inParallel(partitions)).isEqualTo(9_000);
    }

    @Test
    void aBudgetThatIsExhaustedGivesWhatIsLeftThenNothing() {
        BudgetId budget = funded(100);

        assertThat(await(draw(0, Map.of(budget, 70L), "ada"))).isEqualTo(70);
        assertThat(await(draw(5, Map.of(budget, 70L), "bob"))).isEqualTo(30);
        assertThat(await(draw(5, Map.of(budget, 1L), "bob"))).isZero();
        assertThat(await(draw(0, Map.of(new BudgetId(new CampaignId("tea", "none"), "points"), 1L), "ada")))
                .isZero();
    }

    @Test
    void rollsBackWithItsTransaction() {
        BudgetId budget = funded(100);
        var failed = database.pool()
                .withTransaction(connection -> drawAll(connection, 2, Map.of(budget, 60L), "ada")
                        .chain(drawn -> Uni.createFrom().<Long>failure(new IllegalStateException("undone"))))
                .onFailure(IllegalStateException.class)
                .recoverWithItem(-1L);

        assertThat(await(failed)).isEqualTo(-1);
        assertThat(await(draw(3, Map.of(budget, 1_000L), "ada"))).isEqualTo(100);
    }

    @Test
    void givesBackWhatIsLeftInAllSlices() {
        BudgetId budget = funded(1_000);
        assertThat(await(draw(0, Map.of(budget, 70L), "ada"))).isEqualTo(70);
        assertThat(await(draw(1, Map.of(budget, 30L), "bob"))).isEqualTo(30);

        Treasury.Change change = await(database.pool()
                .withTransaction(connection -> treasury.giveBack(connection, budget.campaign())
                        .call(given -> drafted(connection, given.transfers()))));

        assertThat(change.points()).containsExactly(Map.entry(budget, 900L));
        assertThat(figure(budget)).isEqualTo(new BudgetFigures.Figure("points", 1_000, 900, 100, 0, 0, 2));
        assertThat(await(draw(1, Map.of(budget, 30L), "bob"))).isZero();
    }

    @Test
    void whatIsReversedCanBeDrawnAgain() {
        BudgetId budget = funded(100);
        assertThat(await(draw(4, Map.of(budget, 100L), "ada"))).isEqualTo(100);
        Ledger ledger = new Ledger(Clock.systemUTC(), new Uuid7(Clock.systemUTC())::next);
        Cause.Requested award = new Cause.Requested("tea", "award/" + NEXT.get());
        boolean reversed = await(database.pool()
                .withTransaction(connection -> ledger.find(connection, award)
                        .chain(original -> books.with(connection, Set.of(new Holder("tea", "ada")), drafted -> {
                            var _ = drafted.draft(
                                            TransactionType.REVERSED,
                                            new Cause.Requested("tea", "reversal/" + NEXT.incrementAndGet()),
                                            NOON)
                                    .reverse(original.orElseThrow())
                                    .record();
                            return Uni.createFrom().item(true);
                        }))));
        assertThat(reversed).isTrue();
        assertThat(await(draw(2, Map.of(budget, 1L), "bob"))).isZero();

        assertThat(await(treasury.refunded(database.pool()))).isEqualTo(1);
        int taken = await(database.pool().withTransaction(connection -> treasury.takeIn(connection, 10)));
        assertThat(taken).isEqualTo(1);

        assertThat(figure(budget).left()).isEqualTo(100);
        assertThat(await(draw(2, Map.of(budget, 200L), "bob"))).isEqualTo(100);
    }

    @Test
    void takesMoreInAgainAndAgainButNoMoreThanABudgetMayHold() {
        BudgetId budget = funded(1_000);
        put(budget, 500);
        assertThat(await(draw(1, Map.of(budget, 2_000L), "bob"))).isEqualTo(1_500);

        var refused = await(
                database.pool().withTransaction(connection -> treasury.fund(connection, budget, 1_000_000_000_000L)));
        assertThat(refused).isEmpty();
    }

    @Test
    void remembersWhoWasPaidAndWhoWasHeldOut() {
        BudgetId budget = funded(100);
        var _ = await(database.pool()
                .withTransaction(connection -> budgets.draw(
                        connection,
                        -1,
                        List.of(
                                new CampaignAward(budget, "ada", 10),
                                new CampaignAward(budget, "ada", 5),
                                CampaignAward.withheld(budget, "bob"))))
                .replaceWith(true));
        String of =
                " from campaign_member where campaign = '" + budget.campaign().campaign() + "' and member = ";

        assertThat(database.number("select points" + of + "'ada' and awards = 2"))
                .isEqualTo(15);
        assertThat(database.number("select count(*)" + of + "'bob' and held_out"))
                .isEqualTo(1);
        database.execute("update budget_slice set points = points + 15, drawn = 0 where campaign = '"
                + budget.campaign().campaign() + "'");
    }

    private static BudgetId funded(long points) {
        String campaign = "campaign-" + NEXT.incrementAndGet();
        database.execute("insert into campaign (community, campaign, status, opens_at, salt, hold_out, alerts) values"
                + " ('tea', '" + campaign + "', 'ACTIVE', '2026-01-01Z', decode(repeat('ab', 32), 'hex'), 0, '{}')");
        BudgetId budget = new BudgetId(new CampaignId("tea", campaign), "points");
        put(budget, points);
        return budget;
    }

    private static void put(BudgetId budget, long points) {
        Treasury.Change change = await(database.pool()
                        .withTransaction(connection -> treasury.fund(connection, budget, points)
                                .call(funded ->
                                        drafted(connection, funded.orElseThrow().transfers()))))
                .orElseThrow();
        assertThat(change.points()).containsExactly(Map.entry(budget, points));
    }

    private static Uni<Boolean> drafted(SqlConnection connection, Transfers transfers) {
        return books.with(connection, Set.of(), drafted -> {
            transfers.draft(drafted);
            return Uni.createFrom().item(true);
        });
    }

    private static BudgetFigures.Figure figure(BudgetId budget) {
        return await(new BudgetFigures().of(database.pool(), budget)).orElseThrow();
    }

    private static Uni<Long> draw(int partition, Map<BudgetId, Long> wanted, String member) {
        return database.pool().withTransaction(connection -> drawAll(connection, partition, wanted, member));
    }

    /** Draws all that is granted, and pays it. */
    private static Uni<Long> drawAll(
            SqlConnection connection, int partition, Map<BudgetId, Long> wanted, String member) {
        Set<CampaignId> campaigns =
                Set.copyOf(wanted.keySet().stream().map(BudgetId::campaign).toList());
        return budgets.open(connection, campaigns)
                .chain(read -> budgets.escrow(connection, partition, read, wanted))
                .chain(grants -> {
                    wanted.forEach(
                            (budget, points) -> assertThat(grants.of(budget)).isBetween(0L, points));
                    List<CampaignAward> awards = wanted.keySet().stream()
                            .filter(budget -> grants.of(budget) > 0)
                            .map(budget -> new CampaignAward(budget, member, grants.of(budget)))
                            .toList();
                    return budgets.draw(connection, partition, awards)
                            .chain(() -> books.with(connection, Set.of(new Holder("tea", member)), drafted -> {
                                grants.transfers().draft(drafted);
                                return Uni.createFrom().item(pay(drafted, partition, awards));
                            }));
                });
    }

    private static long pay(Books drafted, int partition, List<CampaignAward> awards) {
        long sum = 0;
        for (CampaignAward award : awards) {
            sum += award.points();
            var _ = drafted.draft(
                            TransactionType.GRANTED,
                            new Cause.Requested("tea", "award/" + NEXT.incrementAndGet()),
                            NOON)
                    .credit(
                            award.budget().currencyId(),
                            award.member(),
                            award.points(),
                            Account.NEVER,
                            Budgets.account(award.budget(), partition))
                    .record();
        }
        return sum;
    }

    private static long inParallel(List<Callable<Long>> tasks) throws Exception {
        long sum = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
            for (Future<Long> done : threads.invokeAll(tasks)) {
                sum += done.get();
            }
        }
        return sum;
    }
}
