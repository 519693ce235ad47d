package dev.hearth.incentive.ledger;

import static dev.hearth.incentive.LedgerDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.incentive.LedgerDatabase;
import dev.hearth.platform.time.Uuid7;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TransactionsTest {
    private static final Instant NOW = Instant.parse("2026-02-17T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-02-17");
    private static final Uuid7 IDS = new Uuid7(Clock.systemUTC());
    private static final Transactions TRANSACTIONS = new Transactions(Clock.fixed(NOW, ZoneOffset.UTC));
    private static LedgerDatabase database;

    @BeforeAll
    static void openDatabase() {
        database = new LedgerDatabase(64);
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @Test
    void recordsABatchAndMovesTheBalancesByTheSumOfItsPostings() {
        CurrencyId points = currency("batch");

        await(record(earn(points, "e1", 2), earn(points, "e2", 3), earn(points, "e3", 4, "bob")));

        assertThat(balanceOf(points, "ada")).isEqualTo(5);
        assertThat(balanceOf(points, "bob")).isEqualTo(4);
        assertSound(points, 9);
    }

    @Test
    void refusesASecondTransactionOfTheSameCauseWhateverTheRulesVersion() {
        CurrencyId points = currency("cause");
        Transaction first = earn(points, "e1", 2);
        Transaction again =
                transaction(new Cause.Earned(points.community(), "e1", "rule", 2), issue(points, 0, "ada", 2));

        assertThat(await(TRANSACTIONS.recordOne(database.pool(), first))).isEqualTo(Outcome.RECORDED);
        assertThat(await(TRANSACTIONS.recordOne(database.pool(), again))).isEqualTo(Outcome.REPEATED);

        assertThat(await(TRANSACTIONS.answered(
                        database.pool(),
                        List.of(
                                new Transactions.Answer(points.community(), "e1", "rule"),
                                new Transactions.Answer(points.community(), "e1", "other"),
                                new Transactions.Answer("elsewhere", "e1", "rule")))))
                .containsExactly(new Transactions.Answer(points.community(), "e1", "rule"));
        assertSound(points, 2);
    }

    @Test
    void recordsNothingOfABatchThatHasOneRepeatedCause() {
        CurrencyId points = currency("whole");
        await(record(earn(points, "e1", 2)));

        assertThatThrownBy(() -> await(record(earn(points, "e2", 2), earn(points, "e1", 2))))
                .satisfies(
                        failure -> assertThat(Transactions.isRepeated(failure)).isTrue());

        assertThat(balanceOf(points, "ada")).isEqualTo(2);
        assertSound(points, 2);
    }

    @Test
    void letsExactlyAsManyOf64RacingClientsSpendAsTheWalletHolds() {
        CurrencyId points = currency("race");
        await(record(earn(points, "e1", 100)));

        List<Outcome> outcomes = race(
                64,
                client -> transaction(
                        new Cause.Requested(points.community(), "spend-" + client),
                        new Posting(
                                new Account.Wallet(points, "ada"),
                                new Account.Issuer(points, client % 8),
                                new Amount(7))));

        assertThat(Collections.frequency(outcomes, Outcome.RECORDED)).isEqualTo(14);
        assertThat(Collections.frequency(outcomes, Outcome.INSUFFICIENT)).isEqualTo(50);
        assertThat(balanceOf(points, "ada")).isEqualTo(2);
        assertSound(points, 2);
    }

    @Test
    void recordsOneKeyOnceHowever64ClientsRaceForIt() {
        CurrencyId points = currency("key");

        List<Outcome> outcomes = race(
                64,
                client -> transaction(
                        new Cause.Requested(points.community(), "the-key"), issue(points, client % 8, "ada", 5)));

        assertThat(Collections.frequency(outcomes, Outcome.RECORDED)).isEqualTo(1);
        assertThat(Collections.frequency(outcomes, Outcome.REPEATED)).isEqualTo(63);
        assertThat(balanceOf(points, "ada")).isEqualTo(5);
    }

    @Test
    void neverDeadlocksWhere64ClientsPostToTheSameWalletsInDifferentOrders() {
        CurrencyId points = currency("order");
        List<String> members =
                IntStream.range(0, 12).mapToObj(number -> "member-" + number).toList();
        List<Uni<Void>> batches = new ArrayList<>();
        for (int client = 0; client < 64; client++) {
            List<String> order = new ArrayList<>(members);
            Collections.shuffle(order, new Random(client));
            List<Transaction> batch = new ArrayList<>();
            for (String member : order) {
                batch.add(earn(points, "c" + client + "-" + member, 1, member));
            }
            batches.add(recordAll(batch));
        }

        var _ = await(Uni.join().all(batches).andFailFast());

        assertThat(members)
                .allSatisfy(member -> assertThat(balanceOf(points, member)).isEqualTo(64));
        assertSound(points, 64L * members.size());
    }

    @Test
    void opensNewWalletsOnceHoweverManyClientsNeedThem() {
        CurrencyId points = currency("new");

        List<Outcome> outcomes = race(64, client -> earn(points, "e" + client, 1, "newcomer"));

        assertThat(Set.copyOf(outcomes)).containsExactly(Outcome.RECORDED);
        assertThat(balanceOf(points, "newcomer")).isEqualTo(64);
    }

    @Test
    void listsEntriesNewestFirstAndGoesOnFromAPlace() {
        CurrencyId points = currency("entries");
        await(record(earn(points, "e1", 1), earn(points, "e2", 2)));
        await(record(earn(points, "e3", 3)));
        await(record(transaction(
                new Cause.Requested(points.community(), "take"),
                new Posting(new Account.Wallet(points, "ada"), new Account.Issuer(points, 0), new Amount(4)))));
        Statements statements = new Statements(database.pool());

        List<Entry> all = await(statements.entries(points.community(), "ada", null, Statements.Place.END, 10));
        Entry second = all.get(1);
        List<Entry> rest = await(statements.entries(
                points.community(), "ada", "points", new Statements.Place(second.transaction(), second.ordinal()), 10));

        assertThat(all).extracting(Entry::amount).first().isEqualTo(-4L);
        assertThat(all).extracting(Entry::amount).containsExactlyInAnyOrder(-4L, 3L, 2L, 1L);
        assertThat(all).isSortedAccordingTo((one, other) -> other.transaction().compareTo(one.transaction()));
        assertThat(rest).isEqualTo(all.subList(2, 4));
        assertThat(await(statements.entries(points.community(), "ada", "other", Statements.Place.END, 10)))
                .isEmpty();
        assertThat(second.cause()).isEqualTo(new Cause.Earned(points.community(), "e3", "rule", 1));
        assertThat(second.localDate()).isEqualTo(DAY);
    }

    private static List<Outcome> race(int clients, java.util.function.IntFunction<Transaction> transaction) {
        return await(Uni.join()
                .all(IntStream.range(0, clients)
                        .mapToObj(client -> TRANSACTIONS.recordOne(database.pool(), transaction.apply(client)))
                        .toList())
                .andFailFast());
    }

    private static Uni<Void> record(Transaction... transactions) {
        return recordAll(List.of(transactions));
    }

    private static Uni<Void> recordAll(List<Transaction> transactions) {
        return database.pool().withTransaction(connection -> TRANSACTIONS.record(connection, transactions));
    }

    private static CurrencyId currency(String community) {
        database.execute("insert into currency values ('" + community + "', 'points', 'Points', 1, now(), 'test')");
        return new CurrencyId(community, "points");
    }

    private static Transaction earn(CurrencyId currency, String event, long points) {
        return earn(currency, event, points, "ada");
    }

    private static Transaction earn(CurrencyId currency, String event, long points, String member) {
        return transaction(
                new Cause.Earned(currency.community(), event, "rule", 1), issue(currency, 0, member, points));
    }

    private static Posting issue(CurrencyId currency, int shard, String member, long points) {
        return new Posting(
                new Account.Issuer(currency, shard), new Account.Wallet(currency, member), new Amount(points));
    }

    private static Transaction transaction(Cause cause, Posting posting) {
        return new Transaction(IDS.next(), cause, NOW, DAY, List.of(posting));
    }

    private static long balanceOf(CurrencyId currency, String member) {
        return database.number("select balance from account where kind = 'WALLET' and community = '"
                + currency.community() + "' and owner = '" + member + "'");
    }

    private static void assertSound(CurrencyId currency, long wallets) {
        List<TrialBalance> books = await(new Audit(database.pool()).trialBalances(currency.community()));
        assertThat(books).singleElement().satisfies(book -> {
            assertThat(book.isSound()).isTrue();
            assertThat(book.total()).isZero();
            assertThat(book.sums())
                    .filteredOn(sum -> sum.kind().equals("WALLET"))
                    .singleElement()
                    .extracting(TrialBalance.Sum::points)
                    .isEqualTo(wallets);
        });
    }
}
