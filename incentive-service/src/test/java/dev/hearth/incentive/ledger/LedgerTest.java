package dev.hearth.incentive.ledger;

import static dev.hearth.incentive.LedgerDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.incentive.LedgerDatabase;
import dev.hearth.platform.time.Uuid7;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Instant NOW = Instant.parse("2026-02-17T12:00:00Z");
    private static final When WHEN = new When(NOW, LocalDate.parse("2026-02-17"));
    private static final Ledger LEDGER =
            new Ledger(Clock.fixed(NOW, ZoneOffset.UTC), new Uuid7(Clock.systemUTC())::next);
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
    void recordsWhatWasDraftedAndReadsItBack() {
        CurrencyId points = currency("batch");
        Instant soon = NOW.plus(Duration.ofDays(1));

        run(points, List.of("ada", "bob"), books -> {
            earn(books, points, "e1", 2, "ada", soon);
            earn(books, points, "e2", 3, "ada", Account.NEVER);
            earn(books, points, "e3", 4, "bob", soon);
        });

        run(points, List.of("ada", "bob"), books -> {
            assertThat(books.lots(points, "ada")).containsExactly(new Lot(soon, 2), new Lot(Account.NEVER, 3));
            assertThat(books.spendable(points, "bob")).isEqualTo(4);
            assertThat(books.version(new Holder("batch", "ada"))).isEqualTo(2);
        });
        assertSound(points, 9);
    }

    @Test
    void readsATransactionBackAsItWasRecorded() {
        CurrencyId points = currency("read");
        List<Transaction> recorded = new ArrayList<>();
        run(
                points,
                List.of("ada"),
                books -> recorded.add(books.draft(TransactionType.GRANTED, new Cause.Requested("read", "prize"), WHEN)
                        .note(Notes.on("draw/1")
                                .by("operator", "a prize")
                                .tracing("{\"base\":7}")
                                .from("hearth.engagement/3/14"))
                        .credit(points, "ada", 7, NOW.plusSeconds(60), Account.issuer(points, 0))
                        .record()));

        assertThat(await(
                        LEDGER.find(database.pool(), "read", recorded.getFirst().id())))
                .contains(recorded.getFirst());
        assertThat(await(LEDGER.find(database.pool(), new Cause.Requested("read", "prize"))))
                .contains(recorded.getFirst());
        assertThat(await(LEDGER.find(
                        database.pool(), "elsewhere", recorded.getFirst().id())))
                .isEmpty();
    }

    @Test
    void refusesASecondTransactionOfTheSameCauseWhateverTheRulesVersion() {
        CurrencyId points = currency("cause");
        run(points, List.of("ada"), books -> earn(books, points, "e1", 2, "ada", Account.NEVER));

        assertThatThrownBy(() -> run(points, List.of("ada"), books -> {
                    var _ = books.draft(TransactionType.EARNED, new Cause.Earned("cause", "e1", "rule", 2), WHEN)
                            .credit(points, "ada", 2, Account.NEVER, Account.issuer(points, 0))
                            .record();
                }))
                .satisfies(failure -> assertThat(Ledger.isRepeated(failure)).isTrue());

        assertThat(await(LEDGER.answered(
                        database.pool(),
                        List.of(
                                new Ledger.Answer("cause", "e1", "rule"),
                                new Ledger.Answer("cause", "e1", "other"),
                                new Ledger.Answer("elsewhere", "e1", "rule")))))
                .containsExactly(new Ledger.Answer("cause", "e1", "rule"));
        assertSound(points, 2);
    }

    @Test
    void recordsNothingOfABatchThatHasOneRepeatedCause() {
        CurrencyId points = currency("whole");
        run(points, List.of("ada"), books -> earn(books, points, "e1", 2, "ada", Account.NEVER));

        assertThatThrownBy(() -> run(points, List.of("ada"), books -> {
                    earn(books, points, "e2", 2, "ada", Account.NEVER);
                    earn(books, points, "e1", 2, "ada", Account.NEVER);
                }))
                .satisfies(failure -> assertThat(Ledger.isRepeated(failure)).isTrue());

        assertSound(points, 2);
    }

    @Test
    void forgetsASharedAccountWhoseOpeningWasRolledBackAndUsesTheCommittedOneFromThenOn() {
        CurrencyId points = currency("forget");
        assertThatThrownBy(() -> await(within(
                        points,
                        0,
                        List.of("ada"),
                        books -> earn(books, points, "e1", 2, "ada", Account.NEVER),
                        books -> Uni.createFrom().failure(new IllegalStateException("after the opening")))))
                .hasMessage("after the opening");

        for (String event : List.of("e1", "e2", "e3")) {
            run(points, List.of("ada"), books -> earn(books, points, event, 2, "ada", Account.NEVER));
        }

        assertSound(points, 6);
    }

    @Test
    void letsExactlyAsManyOf64RacingClientsSpendAsTheWalletHolds() {
        CurrencyId points = currency("race");
        run(points, List.of("ada"), books -> {
            for (int lot = 0; lot < 10; lot++) {
                earn(books, points, "e" + lot, 10, "ada", NOW.plusSeconds(60 + lot));
            }
        });

        List<Outcome> outcomes = race(64, client -> spend(points, "ada", 7, "spend-" + client));

        assertThat(outcomes.stream().filter(Outcome.Taken.class::isInstance)).hasSize(14);
        assertThat(outcomes.stream().filter(Outcome.Insufficient.class::isInstance))
                .hasSize(50);
        assertSound(points, 2);
    }

    @Test
    void recordsOneKeyOnceHowever64ClientsRaceForIt() {
        CurrencyId points = currency("key");

        List<Boolean> recorded = race(
                64,
                client -> within(points, client, List.of("ada"), books -> {
                            var _ = books.draft(TransactionType.GRANTED, new Cause.Requested("key", "the-key"), WHEN)
                                    .credit(points, "ada", 5, Account.NEVER, Account.issuer(points, 0))
                                    .record();
                        })
                        .replaceWith(true)
                        .onFailure(Ledger::isRepeated)
                        .recoverWithItem(false));

        assertThat(Collections.frequency(recorded, true)).isEqualTo(1);
        assertSound(points, 5);
    }

    @Test
    void neverDeadlocksWhere64ClientsMoveTheSamePointsInDifferentOrders() {
        CurrencyId points = currency("order");
        List<String> members =
                IntStream.range(0, 12).mapToObj(number -> "member-" + number).toList();

        var _ = race(64, client -> {
            List<String> order = new ArrayList<>(members);
            Collections.shuffle(order, new Random(client));
            return within(points, client % 4, order, books -> {
                for (String member : order) {
                    Instant expiry = NOW.plusSeconds(1 + client % 3);
                    earn(books, points, "c" + client + "-" + member, 2, member, expiry);
                }
                var _ = books.draft(TransactionType.TRANSFERRED, new Cause.Requested("order", "t" + client), WHEN);
            });
        });

        run(
                points,
                members,
                books -> assertThat(members)
                        .allSatisfy(member ->
                                assertThat(books.spendable(points, member)).isEqualTo(128)));
        assertSound(points, 128L * members.size());
    }

    @Test
    void opensNewWalletsOnceHoweverManyClientsNeedThem() {
        CurrencyId points = currency("new");

        var _ = race(
                64,
                client -> within(
                        points,
                        client % 3,
                        List.of("newcomer"),
                        books -> earn(books, points, "e" + client, 1, "newcomer", Account.NEVER)));

        assertSound(points, 64);
    }

    @Test
    void listsEntriesNewestFirstAndGoesOnFromAPlace() {
        CurrencyId points = currency("entries");
        run(points, List.of("ada"), books -> {
            earn(books, points, "e1", 1, "ada", NOW.plusSeconds(10));
            earn(books, points, "e2", 2, "ada", NOW.plusSeconds(20));
        });
        run(points, List.of("ada"), books -> earn(books, points, "e3", 3, "ada", Account.NEVER));
        run(points, List.of("ada"), books -> {
            Draft hold = books.draft(TransactionType.HELD, new Cause.Requested("entries", "hold"), WHEN);
            assertThat(hold.hold(points, "ada", 4)).isInstanceOf(Outcome.Taken.class);
            var _ = hold.record();
        });
        Statements statements = new Statements(database.pool(), Clock.fixed(NOW, ZoneOffset.UTC));

        List<Entry> all = await(statements.entries("entries", "ada", null, Statements.Place.START, 10));
        List<Entry> first = await(statements.entries("entries", "ada", "points", Statements.Place.START, 2));
        List<Entry> rest = await(statements.entries(
                "entries", "ada", "points", new Statements.Place(all.get(1).transaction(), "points"), 10));

        assertThat(all)
                .extracting(Entry::change)
                .containsExactly(
                        new Change(-4, 4, 0, 0),
                        new Change(3, 0, 0, 0),
                        new Change(2, 0, 0, 0),
                        new Change(1, 0, 0, 0));
        assertThat(first).isEqualTo(all.subList(0, 2));
        assertThat(rest).isEqualTo(all.subList(2, 4));
        assertThat(await(statements.entries("entries", "ada", "other", Statements.Place.START, 10)))
                .isEmpty();
        assertThat(all.get(1).cause()).isEqualTo(new Cause.Earned("entries", "e3", "rule", 1));
        assertThat(await(statements.balancesOfMember("entries", "ada", "", 10)))
                .containsExactly(new Balance("ada", "points", 2, 4, 0, 0));
        assertThat(await(statements.balancesOfCurrency(points, "", 10)))
                .containsExactly(new Balance("ada", "points", 2, 4, 0, 0));
    }

    private static Uni<Outcome> spend(CurrencyId points, String member, long amount, String key) {
        List<Outcome> outcomes = new ArrayList<>();
        return within(points, key.hashCode() & 7, List.of(member), books -> {
                    Draft draft =
                            books.draft(TransactionType.REDEEMED, new Cause.Requested(points.community(), key), WHEN);
                    Outcome outcome = draft.debit(points, member, amount, Account.redeemed(points, books.shard()));
                    outcomes.add(outcome);
                    if (outcome instanceof Outcome.Taken) {
                        var _ = draft.record();
                    }
                })
                .map(nothing -> outcomes.getFirst());
    }

    private static <T> List<T> race(int clients, java.util.function.IntFunction<Uni<T>> client) {
        return await(Uni.join()
                .all(IntStream.range(0, clients).mapToObj(client).toList())
                .andFailFast());
    }

    private static void run(CurrencyId points, List<String> members, Consumer<Books> work) {
        await(within(points, 0, members, work));
    }

    private static Uni<Void> within(CurrencyId points, int shard, List<String> members, Consumer<Books> work) {
        return within(points, shard, members, work, books -> Uni.createFrom().voidItem());
    }

    private static Uni<Void> within(
            CurrencyId points, int shard, List<String> members, Consumer<Books> work, Function<Books, Uni<Void>> told) {
        Set<Holder> holders = members.stream()
                .map(member -> new Holder(points.community(), member))
                .collect(java.util.stream.Collectors.toSet());
        return database.pool()
                .withTransaction(connection -> LEDGER.within(
                        connection,
                        shard,
                        holders,
                        books -> {
                            work.accept(books);
                            return Uni.createFrom().voidItem();
                        },
                        told));
    }

    private static CurrencyId currency(String community) {
        database.execute("insert into currency (community, currency, name, version, changed_at, changed_by) values ('"
                + community + "', 'points', 'Points', 1, now(), 'test')");
        return new CurrencyId(community, "points");
    }

    private static void earn(
            Books books, CurrencyId points, String event, long amount, String member, Instant expiresAt) {
        var _ = books.draft(TransactionType.EARNED, new Cause.Earned(points.community(), event, "rule", 1), WHEN)
                .credit(points, member, amount, expiresAt, Account.issuer(points, books.shard()))
                .record();
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
