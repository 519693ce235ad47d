package dev.hearth.incentive.campaign.budget;

import static dev.hearth.incentive.LedgerDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.incentive.LedgerDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Budgets on the real database: what locks must do there. */
class BudgetsTest {
    private static final CampaignId SPRING = new CampaignId("tea", "spring");
    private static final CampaignId AUTUMN = new CampaignId("tea", "autumn");
    private static final BudgetId BUDGET = new BudgetId(SPRING, "points");
    private static final BudgetId OTHER = new BudgetId(AUTUMN, "points");
    private static LedgerDatabase database;
    private static Budgets budgets;

    @BeforeAll
    static void open() {
        database = new LedgerDatabase(10);
        database.execute(
                "insert into currency values ('tea', 'points', 'Points', 1, now(), 'tests')",
                campaign("spring"),
                campaign("autumn"));
        budgets = new Budgets(new OpenCampaigns(), new BudgetSlices(), new Draws(Clock.systemUTC()));
        // The first transaction makes what all threads share; two at once could not.
        var _ = await(draw(0, Map.of(BUDGET, 1L), "nobody"));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static String campaign(String id) {
        return "insert into campaign (community, campaign, status, opens_at, salt, hold_out, alerts) values"
                + " ('tea', '" + id + "', 'ACTIVE', '2026-01-01Z', decode(repeat('ab', 32), 'hex'), 0, '{}')";
    }

    private static void fund(String campaign, long points) {
        database.execute(
                "delete from budget_slice where campaign = '" + campaign + "'",
                "delete from campaign_member where campaign = '" + campaign + "'",
                "delete from campaign_budget where campaign = '" + campaign + "'",
                "insert into campaign_budget values ('tea', '" + campaign + "', 'points', " + points + ", 0)",
                "insert into budget_slice values ('tea', '" + campaign + "', 'points', 0, " + points + ", 0, 0, 0)");
    }

    @Test
    void eightPartitionsThatWantMoreThanThereIsGetAllOfItAndNoMore() throws Exception {
        fund("spring", 10_007);
        List<Callable<Long>> partitions = new ArrayList<>();
        for (int partition = 0; partition < 8; partition++) {
            int own = partition;
            partitions.add(() -> {
                Random random = new Random(own);
                long drawn = 0;
                for (int batch = 0; batch < 60; batch++) {
                    long wanted = 1L + random.nextInt(80);
                    drawn += await(draw(own, Map.of(BUDGET, wanted), own + "-" + batch));
                }
                return drawn;
            });
        }

        assertThat(inParallel(partitions)).isEqualTo(10_007);
        assertThat(database.number("select sum(drawn) from budget_slice where campaign = 'spring'"))
                .isEqualTo(10_007);
        assertThat(database.number("select sum(points) from budget_slice where campaign = 'spring'"))
                .isZero();
    }

    /** Two budgets at once, asked for in any order, by slices that call each other back: no ring of locks. */
    @Test
    void partitionsThatDrawOnTwoCampaignsNeverWaitForEachOtherInARing() throws Exception {
        fund("spring", 5_000);
        fund("autumn", 4_000);
        List<Callable<Long>> partitions = new ArrayList<>();
        for (int partition = -1; partition < 7; partition++) {
            int own = partition;
            partitions.add(() -> {
                Random random = new Random(own);
                long drawn = 0;
                for (int batch = 0; batch < 40; batch++) {
                    long wanted = 1L + random.nextInt(90);
                    Map<BudgetId, Long> both = random.nextBoolean()
                            ? Map.of(BUDGET, wanted, OTHER, 91 - wanted)
                            : Map.of(random.nextBoolean() ? OTHER : BUDGET, wanted);
                    drawn += await(draw(own, both, own + "-" + batch));
                }
                return drawn;
            });
        }

        assertThat(inParallel(partitions)).isEqualTo(9_000);
    }

    @Test
    void aBudgetThatIsExhaustedGivesWhatIsLeftThenNothing() {
        fund("spring", 100);

        assertThat(await(draw(0, Map.of(BUDGET, 70L), "ada"))).isEqualTo(70);
        assertThat(await(draw(5, Map.of(BUDGET, 70L), "bob"))).isEqualTo(30);
        assertThat(await(draw(5, Map.of(BUDGET, 1L), "bob"))).isZero();
        assertThat(await(draw(0, Map.of(new BudgetId(new CampaignId("tea", "none"), "points"), 1L), "ada")))
                .isZero();
    }

    @Test
    void rollsBackWithItsTransaction() {
        fund("spring", 100);
        var failed = database.pool()
                .withTransaction(connection -> drawAll(connection, 2, Map.of(BUDGET, 60L), "ada")
                        .chain(drawn -> Uni.createFrom().<Long>failure(new IllegalStateException("undone"))))
                .onFailure(IllegalStateException.class)
                .recoverWithItem(-1L);

        assertThat(await(failed)).isEqualTo(-1);
        assertThat(await(draw(3, Map.of(BUDGET, 1_000L), "ada"))).isEqualTo(100);
    }

    @Test
    void remembersWhoWasPaidAndWhoWasHeldOut() {
        fund("spring", 100);
        await(database.pool()
                .withTransaction(connection -> budgets.open(connection, Set.of(SPRING))
                        .chain(read -> budgets.escrow(connection, 1, read, Map.of(BUDGET, 15L)))
                        .chain(granted -> budgets.draw(
                                connection,
                                1,
                                List.of(
                                        new CampaignAward(BUDGET, "ada", 10),
                                        new CampaignAward(BUDGET, "ada", 5),
                                        CampaignAward.withheld(BUDGET, "bob"))))));

        assertThat(database.number("select points from campaign_member where member = 'ada' and awards = 2"))
                .isEqualTo(15);
        assertThat(database.number("select count(*) from campaign_member where member = 'bob' and held_out"))
                .isEqualTo(1);
    }

    private static Uni<Long> draw(int partition, Map<BudgetId, Long> wanted, String member) {
        return database.pool().withTransaction(connection -> drawAll(connection, partition, wanted, member));
    }

    /** Draws all that is granted. */
    private static Uni<Long> drawAll(
            SqlConnection connection, int partition, Map<BudgetId, Long> wanted, String member) {
        return budgets.open(connection, Set.of(SPRING, AUTUMN))
                .chain(read -> budgets.escrow(connection, partition, read, wanted))
                .chain(granted -> {
                    granted.forEach(
                            (budget, points) -> assertThat(points).isBetween(0L, wanted.getOrDefault(budget, 0L)));
                    List<CampaignAward> awards = granted.entrySet().stream()
                            .filter(grant -> grant.getValue() > 0)
                            .map(grant -> new CampaignAward(grant.getKey(), member, grant.getValue()))
                            .toList();
                    long sum = awards.stream().mapToLong(CampaignAward::points).sum();
                    return budgets.draw(connection, partition, awards).replaceWith(sum);
                });
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
