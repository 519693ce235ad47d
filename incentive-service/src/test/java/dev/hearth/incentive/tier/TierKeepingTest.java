package dev.hearth.incentive.tier;

import static dev.hearth.incentive.LedgerDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.incentive.Api;
import dev.hearth.incentive.LedgerDatabase;
import dev.hearth.incentive.MovingClock;
import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.ledger.When;
import dev.hearth.incentive.standing.Downgrade;
import dev.hearth.incentive.standing.Earnings;
import dev.hearth.incentive.standing.Era;
import dev.hearth.incentive.standing.QualifyingPeriod;
import dev.hearth.incentive.standing.Scheme;
import dev.hearth.incentive.standing.Tier;
import dev.hearth.incentive.standing.Timeline;
import dev.hearth.incentive.tier.Stand.Earned;
import dev.hearth.platform.resource.IfMatch;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What members earn, the period job, operators and time, on a real database. */
class TierKeepingTest {
    private static final LocalDate DAY = LocalDate.parse("2026-02-17");
    private static final List<Tier> TIERS = List.of(
            new Tier("silver", "Silver", 100, 50, 1_000, List.of()),
            new Tier("gold", "Gold", 500, 250, 1_500, List.of("lounge")));
    private static final List<QualifyingPeriod.Kind> KINDS = List.of(QualifyingPeriod.Kind.values());
    private static final Scheme MONTHLY = new Scheme(
            Stand.CURRENCY, new QualifyingPeriod(QualifyingPeriod.Kind.MONTH, null), Downgrade.ONE_LEVEL, 3, TIERS);
    private static final LedgerDatabase DATABASE = new LedgerDatabase(16);

    private final MovingClock clock = new MovingClock(Instant.parse("2026-02-17T12:00:00Z"));
    private final String community = Api.fresh("t");
    private final Stand stand = new Stand(DATABASE, clock, community);

    @AfterAll
    static void closeDatabase() {
        DATABASE.close();
    }

    @BeforeEach
    void introduceTheCurrency() {
        stand.currency();
    }

    @Test
    void aTierIsReachedInTheTransactionThatEarnsItAndToldOnce() {
        stand.put(MONTHLY);
        stand.earn(List.of(new Earned("e1", "ada", DAY, 60), new Earned("e2", "bob", DAY, 20)));
        assertThat(stand.tiers()).isEmpty();

        stand.earn(List.of(
                new Earned("e3", "ada", DAY, 300),
                new Earned("e4", "ada", DAY, 300),
                new Earned("e5", "bob", DAY, 20)));

        assertThat(stand.tiers()).isEqualTo(Map.of("ada", "gold"));
        assertThat(stand.told("ada")).containsExactly("- > gold EARNED");
        assertThat(stand.told("bob")).isEmpty();
    }

    @Test
    void pointsThatAreSpentStillCountAndPrizesDoNot() {
        stand.put(MONTHLY);
        stand.earn(List.of(new Earned("e1", "ada", DAY, 120)));
        CurrencyId currency = new CurrencyId(community, Stand.CURRENCY);
        stand.with(List.of(new Holder(community, "ada"), new Holder(community, "bob")), books -> {
            var spending = books.draft(
                    TransactionType.REDEEMED, new Cause.Requested(community, "spend"), new When(clock.instant(), DAY));
            var _ = spending.debit(currency, "ada", 120, Account.redeemed(currency, books.shard()));
            var _ = spending.record();
            var _ = books.draft(
                            TransactionType.GRANTED,
                            new Cause.Requested(community, "prize"),
                            new When(clock.instant(), DAY))
                    .credit(currency, "bob", 900, Account.NEVER, Account.issuer(currency, books.shard()))
                    .record();
            return Uni.createFrom().voidItem();
        });
        stand.earn(List.of(new Earned("e2", "ada", DAY, 1), new Earned("e3", "bob", DAY, 1)));

        assertThat(stand.tiers()).isEqualTo(Map.of("ada", "silver"));
    }

    @Test
    void everyPeriodThatWasMissedIsClosedInItsTurnAndOnlyWhereItEndedIsTold() {
        stand.put(MONTHLY);
        stand.earn(List.of(new Earned("e1", "ada", DAY, 600), new Earned("e2", "bob", DAY, 600)));
        stand.earn(List.of(new Earned("e3", "bob", LocalDate.parse("2026-03-30"), 10)));

        clock.set(Instant.parse("2026-04-02T00:00:00Z"));
        assertThat(stand.once(stand.review, 1))
                .as("March is not closed before its grace ends")
                .isZero();

        clock.set(Instant.parse("2026-09-01T00:00:00Z"));
        stand.catchUp(stand.review, 1);

        assertThat(stand.tiers()).isEmpty();
        assertThat(stand.told("ada")).containsExactly("- > gold EARNED", "gold > - NOT_KEPT");
        assertThat(stand.told("bob")).containsExactly("- > gold EARNED", "gold > - NOT_KEPT");
        assertThat(stand.once(stand.review, 1)).isZero();
    }

    @Test
    void replicasOfTheJobThatRaceTellOfEachMemberOnce() throws Exception {
        stand.put(MONTHLY);
        List<Earned> all = IntStream.range(0, 300)
                .mapToObj(number -> new Earned("e" + number, "m" + number, DAY, 200))
                .toList();
        stand.earn(all);
        clock.set(Instant.parse("2026-04-04T00:00:00Z"));

        race(8, replica -> {
            Stand other = new Stand(DATABASE, clock, community);
            Api.await(() -> {
                other.catchUp(other.review, 20);
                return await(other.review.backlog(DATABASE.pool())) == 0;
            });
        });

        assertThat(stand.tiers()).isEmpty();
        assertThat(all)
                .allSatisfy(one -> assertThat(stand.told(one.member()))
                        .containsExactly("- > silver EARNED", "silver > - NOT_KEPT"));
    }

    @Test
    void noRecalculationUndoesWhatAnOperatorPinnedBeforeItEnds() {
        stand.put(MONTHLY);
        stand.earn(List.of(new Earned("e1", "ada", DAY, 120)));
        Instant until = Instant.parse("2026-06-10T15:00:00Z");
        pin("ada", "gold", until);

        stand.earn(List.of(new Earned("e2", "ada", DAY.plusDays(1), 1)));
        clock.set(Instant.parse("2026-06-10T14:59:59Z"));
        stand.catchUp(stand.review, 10);
        assertThat(stand.tiers()).isEqualTo(Map.of("ada", "gold"));

        clock.set(until);
        stand.catchUp(stand.review, 10);
        assertThat(stand.tiers()).isEmpty();
        assertThat(stand.told("ada"))
                .containsExactly("- > silver EARNED", "silver > gold OVERRIDDEN", "gold > - OVERRIDE_ENDED");
    }

    @Test
    void pinningWinsWhateverTheJobAndCreditsDoAtTheSameTime() throws Exception {
        stand.put(MONTHLY);
        List<String> members =
                IntStream.range(0, 40).mapToObj(number -> "m" + number).toList();
        stand.earn(members.stream()
                .map(member -> new Earned("first-" + member, member, DAY, 120))
                .toList());
        clock.set(Instant.parse("2026-04-04T00:00:00Z"));
        Instant until = clock.instant().plus(Duration.ofDays(400));

        race(6, replica -> {
            Stand other = new Stand(DATABASE, clock, community);
            for (int number = 0; number < members.size(); number++) {
                String member = members.get(number);
                switch (replica % 3) {
                    case 0 -> other.catchUp(other.review, 7);
                    case 1 ->
                        other.earn(
                                List.of(new Earned("r" + replica + member, member, LocalDate.parse("2026-04-04"), 3)));
                    default -> {
                        if (replica == 2) {
                            var _ = await(other.pinning.pin(
                                    new Holder(community, member),
                                    new Pinning.Wish("gold", until, "raced", "t"),
                                    IfMatch.absent()));
                        }
                    }
                }
            }
        });

        assertThat(stand.tiers().values()).hasSize(40).containsOnly("gold");
        for (String member : members) {
            assertThat(stand.told(member).getLast()).endsWith("> gold OVERRIDDEN");
        }
    }

    @Test
    void aSchemeCountsWhatWasEarnedBeforeItAlsoOfThoseWhoNeverEarnAgain() {
        stand.earn(IntStream.range(0, 25)
                .mapToObj(number -> new Earned("e" + number, "m" + number, DAY, number < 10 ? 99 : 100))
                .toList());
        stand.put(MONTHLY);
        assertThat(stand.tiers()).isEmpty();

        stand.catchUp(stand.recount, 10);

        assertThat(stand.tiers()).hasSize(15).containsEntry("m10", "silver");
        assertThat(await(stand.recount.backlog(DATABASE.pool()))).isZero();
        assertThat(stand.told("m10")).containsExactly("- > silver EARNED");
    }

    @Test
    void aChangedSchemeHoldsFromTheNextDayAndTakesNothingAwayAtOnce() {
        stand.put(MONTHLY);
        stand.earn(List.of(new Earned("e1", "ada", DAY, 120), new Earned("e2", "bob", DAY, 60)));
        stand.put(new Scheme(
                Stand.CURRENCY,
                MONTHLY.period(),
                Downgrade.ONE_LEVEL,
                3,
                List.of(
                        new Tier("bronze", "Bronze", 50, 0, 1_000, List.of()),
                        new Tier("silver", "Silver", 200, 100, 1_000, List.of()))));
        stand.catchUp(stand.recount, 10);
        assertThat(stand.tiers()).isEqualTo(Map.of("ada", "silver"));

        clock.set(Instant.parse("2026-02-18T00:00:00Z"));
        stand.catchUp(stand.review, 10);

        assertThat(stand.tiers()).isEqualTo(Map.of("ada", "silver", "bob", "bronze"));
        assertThat(stand.told("bob")).containsExactly("- > bronze SCHEME_CHANGED");
    }

    @Test
    void pointsThatAreTakenBackWereNeverEarned() {
        stand.put(MONTHLY);
        Earned second = new Earned("e2", "ada", DAY, 80);
        stand.earn(List.of(new Earned("e1", "ada", DAY.minusDays(1), 80), second));
        assertThat(stand.tiers()).isEqualTo(Map.of("ada", "silver"));

        clock.set(Instant.parse("2026-02-20T12:00:00Z"));
        stand.reverse(second);

        assertThat(stand.tiers()).isEmpty();
        assertThat(stand.told("ada")).containsExactly("- > silver EARNED", "silver > - CORRECTED");
    }

    @Test
    void standsWhereTheWholeHistorySaysInWhateverOrderAndBatchesItArrives() {
        for (int seed = 0; seed < 12; seed++) {
            String own = Api.fresh("h");
            MovingClock time = new MovingClock(Instant.parse("2026-02-17T12:00:00Z"));
            Stand replica = new Stand(DATABASE, time, own);
            replica.currency();
            Random random = new Random(seed);
            Scheme scheme = scheme(random);
            List<Earned> history = history(random);
            if (seed % 2 == 0) {
                replica.put(scheme);
            }
            play(replica, time, random, history);
            if (seed % 2 == 1) {
                replica.put(scheme);
            }
            replica.catchUp(replica.recount, 3);
            time.set(Instant.parse("2026-12-01T00:00:00Z"));
            replica.catchUp(replica.review, 3);

            assertThat(replica.tiers()).as("seed %d, %s", seed, scheme).isEqualTo(expected(scheme, history, time));
        }
    }

    private static void play(Stand replica, MovingClock time, Random random, List<Earned> history) {
        List<Earned> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, random);
        int at = 0;
        while (at < shuffled.size()) {
            int end = Math.min(shuffled.size(), at + 1 + random.nextInt(12));
            replica.earn(shuffled.subList(at, end));
            at = end;
            if (random.nextInt(4) == 0) {
                time.set(time.instant().plus(Duration.ofHours(random.nextInt(24 * 20))));
                replica.catchUp(replica.review, 3);
            }
        }
    }

    private static List<Earned> history(Random random) {
        List<Earned> history = new ArrayList<>();
        for (int number = 0; number < 120; number++) {
            long points = random.nextInt(8) == 0 ? -1 - random.nextInt(40) : 1 + random.nextInt(90);
            history.add(new Earned(
                    "e" + number, "m" + random.nextInt(5), DAY.minusDays(60).plusDays(random.nextInt(200)), points));
        }
        return history;
    }

    private static Scheme scheme(Random random) {
        QualifyingPeriod.Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        QualifyingPeriod period =
                new QualifyingPeriod(kind, kind == QualifyingPeriod.Kind.ROLLING ? 5 + random.nextInt(60) : null);
        return new Scheme(
                Stand.CURRENCY,
                period,
                random.nextBoolean() ? Downgrade.ONE_LEVEL : Downgrade.TO_EARNED,
                random.nextInt(Math.min(10, period.maxGrace() + 1)),
                TIERS);
    }

    private static Map<String, String> expected(Scheme scheme, List<Earned> history, MovingClock time) {
        Map<String, Map<LocalDate, Long>> days = new HashMap<>();
        history.forEach(one -> days.computeIfAbsent(one.member(), member -> new HashMap<>())
                .merge(one.day(), one.points(), Long::sum));
        Map<String, String> expected = new TreeMap<>();
        LocalDate today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        days.forEach((member, earned) -> Timeline.of(
                        List.of(new Era(LocalDate.MIN, 1, scheme)), currency -> new Earnings(earned))
                .on(today)
                .tier()
                .ifPresent(tier -> expected.put(member, tier.id())));
        return expected;
    }

    private void pin(String member, String tier, Instant until) {
        var _ = await(stand.pinning.pin(
                new Holder(community, member), new Pinning.Wish(tier, until, "a test", "t"), IfMatch.absent()));
    }

    private interface Racer {
        void run(int replica) throws Exception;
    }

    private static void race(int replicas, Racer racer) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(replicas)) {
            List<Future<Void>> ended = IntStream.range(0, replicas)
                    .mapToObj(replica -> threads.submit(() -> {
                        racer.run(replica);
                        return (Void) null;
                    }))
                    .toList();
            for (Future<Void> one : ended) {
                one.get();
            }
        }
    }
}
