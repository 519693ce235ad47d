package dev.hearth.incentive.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The books against a model that knows neither accounts nor postings: every single point is a thing of its own, with
 * the instant at which it expires and the state it is in.
 */
class BooksPropertyTest {
    private static final CurrencyId POINTS = new CurrencyId("acme", "points");
    private static final List<String> MEMBERS = List.of("ada", "bob");
    private static final Instant START = Instant.parse("2026-02-17T12:00:00Z");

    /** What is asked of the books; {@code points} also chooses among what there is. */
    record Op(Kind kind, String member, int points, int expiry) {
        enum Kind {
            CREDIT,
            DEBIT,
            DEBIT_OR_OWE,
            HOLD,
            CAPTURE,
            RELEASE,
            ACCRUE,
            ACTIVATE,
            CANCEL,
            TRANSFER,
            GIVE_BACK,
            EXPIRE,
            TIME
        }

        String other() {
            return MEMBERS.get(1 - MEMBERS.indexOf(member));
        }
    }

    @Property(tries = 25_000)
    void everyPointIsWhereTheModelHasIt(@ForAll("histories") List<Op> history) {
        Model model = new Model();
        Store store = new Store();
        for (Op op : history) {
            model.apply(op);
            store.apply(op);
            for (String member : MEMBERS) {
                assertThat(store.books().lots(POINTS, member))
                        .as("%s after %s of %s", member, op, history)
                        .isEqualTo(model.lots(member));
                assertThat(store.books().balances(new Holder("acme", member)).stream()
                                .findFirst()
                                .orElse(new Balance(member, "points", 0, 0, 0, 0)))
                        .as("%s after %s of %s", member, op, history)
                        .isEqualTo(model.balance(member));
            }
            assertThat(store.balances.values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isZero();
        }
    }

    /** Whatever happened since: both sides are as if it had never been, and nobody has points beside a debt. */
    @Property(tries = 15_000)
    void aReversalTakesBackExactlyWhatWasGiven(@ForAll("histories") List<Op> history, @ForAll int which) {
        Store store = new Store();
        history.forEach(store::apply);
        List<Transaction> reversible = store.recorded.stream()
                .filter(transaction -> transaction.type() == TransactionType.EARNED
                        || transaction.type() == TransactionType.REDEEMED
                        || transaction.type() == TransactionType.TRANSFERRED)
                .toList();
        if (reversible.isEmpty()) {
            return;
        }
        Transaction original = reversible.get(Math.floorMod(which, reversible.size()));
        Map<Holder, Long> before = store.net();
        long expired = store.expired();

        Books books = store.books();
        Transaction reversal = books.draft(TransactionType.REVERSED, new Cause.Requested("acme", "back"), store.when())
                .reverse(original)
                .record();
        store.take(reversal);

        Map<Holder, Long> expected = new HashMap<>(before);
        original.changes()
                .forEach((holder, changes) ->
                        changes.values().forEach(change -> expected.merge(holder, -change.net(), Long::sum)));
        long nowExpired = store.expired() - expired + arrivedExpired(original);
        long lost = expected.values().stream().mapToLong(Long::longValue).sum()
                - store.net().values().stream().mapToLong(Long::longValue).sum();
        assertThat(lost).as("only what returned to an expired lot is gone").isEqualTo(nowExpired);
        if (nowExpired == 0) {
            assertThat(store.net()).isEqualTo(expected);
        }
        MEMBERS.forEach(member -> assertThat(Math.min(
                        store.books().owed(POINTS, member), store.books().spendable(POINTS, member)))
                .as("%s owes and has", member)
                .isZero());
    }

    private static long arrivedExpired(Transaction transaction) {
        return transaction.postings().stream()
                .filter(posting -> posting.destination().kind() == Account.Kind.EXPIRED)
                .mapToLong(posting -> posting.amount().points())
                .sum();
    }

    @Provide
    Arbitrary<List<Op>> histories() {
        return Combinators.combine(
                        Arbitraries.of(Op.Kind.values()),
                        Arbitraries.of(MEMBERS),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.integers().between(0, 3))
                .as(Op::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(24);
    }

    private static <T> Optional<T> next(Map<String, List<T>> queues, String member) {
        List<T> queue = queues.getOrDefault(member, List.of());
        return queue.isEmpty() ? Optional.empty() : Optional.of(queue.removeFirst());
    }

    private static Instant expiry(int number) {
        return number == 3 ? Account.NEVER : START.plusSeconds(10L * (number + 1));
    }

    /** The database: keeps what was recorded, and opens books of it for each operation. */
    private static final class Store {
        private final Map<Account, Long> balances = new HashMap<>();
        private final Map<String, List<Transaction>> holds = new HashMap<>();
        private final Map<String, List<Transaction>> spent = new HashMap<>();
        private final List<Transaction> recorded = new ArrayList<>();
        private Instant now = START;
        private long next;

        Books books() {
            Map<Account, Long> ofMembers = new HashMap<>(balances);
            ofMembers.keySet().removeIf(account -> !account.kind().isOfMember());
            return new Books(
                    now,
                    7,
                    () -> new UUID(0, ++next),
                    MEMBERS.stream().collect(Collectors.toMap(member -> new Holder("acme", member), member -> 1L)),
                    ofMembers);
        }

        When when() {
            return new When(now, LocalDate.parse("2026-02-17"));
        }

        void apply(Op op) {
            if (op.kind() == Op.Kind.TIME) {
                now = now.plusSeconds(op.points());
                return;
            }
            Books books = books();
            Draft draft = books.draft(type(op.kind()), new Cause.Requested("acme", "op-" + next), when());
            if (drafted(op, books, draft) && !draft.isEmpty()) {
                Transaction transaction = draft.record();
                assertThat(books.recorded()).containsExactly(transaction);
                take(transaction);
                remember(op, transaction);
            }
        }

        private static TransactionType type(Op.Kind kind) {
            return switch (kind) {
                case CREDIT -> TransactionType.EARNED;
                case DEBIT -> TransactionType.REDEEMED;
                case TRANSFER -> TransactionType.TRANSFERRED;
                case HOLD -> TransactionType.HELD;
                case GIVE_BACK -> TransactionType.REFUNDED;
                case DEBIT_OR_OWE, CAPTURE, RELEASE, ACCRUE, ACTIVATE, CANCEL, EXPIRE, TIME -> TransactionType.ADJUSTED;
            };
        }

        private boolean drafted(Op op, Books books, Draft draft) {
            String member = op.member();
            long points = op.points();
            Account issuer = Account.issuer(POINTS, 7);
            Account redeemed = Account.redeemed(POINTS, 7);
            return switch (op.kind()) {
                case CREDIT -> is(draft.credit(POINTS, member, points, expiry(op.expiry()), issuer));
                case DEBIT -> draft.debit(POINTS, member, points, redeemed) instanceof Outcome.Taken;
                case DEBIT_OR_OWE -> is(draft.debitOrOwe(POINTS, member, points, redeemed));
                case HOLD -> draft.hold(POINTS, member, points) instanceof Outcome.Taken;
                case CAPTURE ->
                    next(holds, member)
                            .map(hold -> draft.takeReserved(Account.held(POINTS, member), sum(hold, member), redeemed))
                            .isPresent();
                case RELEASE ->
                    next(holds, member)
                            .map(hold -> release(draft, member, hold))
                            .isPresent();
                case ACCRUE -> is(draft.accrue(POINTS, member, points, issuer));
                case ACTIVATE ->
                    books.pending(POINTS, member) >= points
                            && is(draft.activate(POINTS, member, points, expiry(op.expiry())));
                case CANCEL ->
                    books.pending(POINTS, member) >= points
                            && is(draft.takeReserved(Account.pending(POINTS, member), points, issuer));
                case TRANSFER -> draft.transfer(POINTS, member, op.other(), points) instanceof Outcome.Taken;
                case GIVE_BACK ->
                    next(spent, member)
                            .map(redemption -> giveBack(draft, member, points, redemption))
                            .isPresent();
                case EXPIRE ->
                    !expiry(op.expiry()).isAfter(now) && is(draft.expire(POINTS, member, expiry(op.expiry())));
                case TIME -> false;
            };
        }

        private static boolean is(Draft draft) {
            return !draft.isEmpty();
        }

        private static Draft release(Draft draft, String member, Transaction hold) {
            List<Lot> lots = hold.taken(POINTS, member);
            return draft.giveBack(POINTS, member, lots, sum(hold, member), Account.held(POINTS, member));
        }

        private static Draft giveBack(Draft draft, String member, long points, Transaction redemption) {
            long part = Math.min(points, sum(redemption, member));
            return draft.giveBack(POINTS, member, redemption.taken(POINTS, member), part, Account.redeemed(POINTS, 7));
        }

        private static long sum(Transaction transaction, String member) {
            return transaction.taken(POINTS, member).stream()
                    .mapToLong(Lot::points)
                    .sum();
        }

        private void remember(Op op, Transaction transaction) {
            if (op.kind() == Op.Kind.HOLD) {
                holds.computeIfAbsent(op.member(), key -> new ArrayList<>()).add(transaction);
            }
            if (op.kind() == Op.Kind.DEBIT) {
                spent.computeIfAbsent(op.member(), key -> new ArrayList<>()).add(transaction);
            }
        }

        void take(Transaction transaction) {
            recorded.add(transaction);
            for (Posting posting : transaction.postings()) {
                balances.merge(posting.source(), -posting.amount().points(), Long::sum);
                balances.merge(posting.destination(), posting.amount().points(), Long::sum);
            }
            balances.forEach((account, balance) -> {
                if (account.kind().isOfMember() && account.kind() != Account.Kind.OWED) {
                    assertThat(balance).as("%s", account).isNotNegative();
                }
                if (account.kind() == Account.Kind.OWED) {
                    assertThat(balance).as("%s", account).isNotPositive();
                }
            });
        }

        Map<Holder, Long> net() {
            Map<Holder, Long> net = new HashMap<>();
            balances.forEach((account, balance) -> {
                if (account.kind().isOfMember()) {
                    net.merge(account.holder(), balance, Long::sum);
                }
            });
            return net;
        }

        long expired() {
            return balances.getOrDefault(Account.expired(POINTS, 7), 0L);
        }
    }

    /** Every point by itself. */
    private static final class Model {
        private enum State {
            SPENDABLE,
            PENDING,
            GONE
        }

        private static final class Point {
            private final Instant expiresAt;
            private State state;

            Point(Instant expiresAt, State state) {
                this.expiresAt = expiresAt;
                this.state = state;
            }
        }

        private final Map<String, List<Point>> points = new HashMap<>();
        private final Map<String, Integer> debts = new HashMap<>();
        private final Map<String, List<List<Instant>>> holds = new HashMap<>();
        private final Map<String, List<List<Instant>>> spent = new HashMap<>();
        private Instant now = START;

        void apply(Op op) {
            String member = op.member();
            switch (op.kind()) {
                case CREDIT -> give(member, expiry(op.expiry()), op.points());
                case DEBIT -> {
                    if (spendable(member).size() >= op.points()) {
                        spent.computeIfAbsent(member, key -> new ArrayList<>()).add(take(member, op.points()));
                    }
                }
                case DEBIT_OR_OWE -> {
                    int covered = take(
                                    member,
                                    Math.min(op.points(), spendable(member).size()))
                            .size();
                    debts.merge(member, op.points() - covered, Integer::sum);
                }
                case HOLD -> {
                    if (spendable(member).size() >= op.points()) {
                        holds.computeIfAbsent(member, key -> new ArrayList<>()).add(take(member, op.points()));
                    }
                }
                case CAPTURE -> {
                    var _ = next(holds, member);
                }
                case RELEASE -> next(holds, member).ifPresent(held -> giveEach(member, held));
                case ACCRUE -> {
                    for (int i = 0; i < op.points(); i++) {
                        of(member).add(new Point(Account.NEVER, State.PENDING));
                    }
                }
                case ACTIVATE -> {
                    if (pending(member).size() >= op.points()) {
                        pending(member).stream().limit(op.points()).toList().forEach(point -> point.state = State.GONE);
                        give(member, expiry(op.expiry()), op.points());
                    }
                }
                case CANCEL -> {
                    if (pending(member).size() >= op.points()) {
                        pending(member).stream().limit(op.points()).toList().forEach(point -> point.state = State.GONE);
                    }
                }
                case TRANSFER -> {
                    if (spendable(member).size() >= op.points()) {
                        giveEach(op.other(), take(member, op.points()));
                    }
                }
                case GIVE_BACK ->
                    next(spent, member)
                            .ifPresent(taken ->
                                    giveEach(member, taken.reversed().subList(0, Math.min(op.points(), taken.size()))));
                case EXPIRE ->
                    of(member)
                            .removeIf(point -> point.state == State.SPENDABLE
                                    && point.expiresAt.equals(expiry(op.expiry()))
                                    && !point.expiresAt.isAfter(now));
                case TIME -> now = now.plusSeconds(op.points());
            }
        }

        private void giveEach(String member, List<Instant> expiries) {
            // What expires soonest pays a debt first.
            expiries.stream().sorted().forEach(expiry -> give(member, expiry, 1));
        }

        private void give(String member, Instant expiresAt, int count) {
            for (int i = 0; i < count; i++) {
                if (debts.getOrDefault(member, 0) > 0) {
                    debts.merge(member, -1, Integer::sum);
                } else if (expiresAt.isAfter(now)) {
                    of(member).add(new Point(expiresAt, State.SPENDABLE));
                }
            }
        }

        private List<Instant> take(String member, int count) {
            List<Point> taken = spendable(member).stream().limit(count).toList();
            taken.forEach(point -> point.state = State.GONE);
            return taken.stream().map(point -> point.expiresAt).toList();
        }

        private List<Point> spendable(String member) {
            return of(member).stream()
                    .filter(point -> point.state == State.SPENDABLE && point.expiresAt.isAfter(now))
                    .sorted(Comparator.comparing(point -> point.expiresAt))
                    .toList();
        }

        private List<Point> pending(String member) {
            return of(member).stream()
                    .filter(point -> point.state == State.PENDING)
                    .toList();
        }

        private List<Point> of(String member) {
            return points.computeIfAbsent(member, key -> new ArrayList<>());
        }

        List<Lot> lots(String member) {
            TreeMap<Instant, Long> lots = new TreeMap<>();
            spendable(member).forEach(point -> lots.merge(point.expiresAt, 1L, Long::sum));
            return lots.entrySet().stream()
                    .map(lot -> new Lot(lot.getKey(), lot.getValue()))
                    .toList();
        }

        Balance balance(String member) {
            return new Balance(
                    member,
                    "points",
                    spendable(member).size(),
                    holds.getOrDefault(member, List.of()).stream()
                            .mapToInt(List::size)
                            .sum(),
                    pending(member).size(),
                    debts.getOrDefault(member, 0));
        }
    }
}
