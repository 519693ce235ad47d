package dev.hearth.incentive.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.incentive.Api;
import dev.hearth.incentive.LedgerDatabase;
import dev.hearth.incentive.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Events, friends who come and go, and prizes, on a real database. */
class ChallengeKeepingTest {
    private static final Instant NOON = Instant.parse("2026-02-17T12:00:00Z");
    private static final LedgerDatabase DATABASE = new LedgerDatabase(16);

    private final MovingClock clock = new MovingClock(NOON);
    private final String community = Api.fresh("q");
    private final Booth booth = new Booth(DATABASE, clock, community);

    @AfterAll
    static void closeDatabase() {
        DATABASE.close();
    }

    @BeforeEach
    void introduceTheCurrency() {
        booth.currency();
    }

    @Test
    void everyStageIsPaidOnceHoweverOftenEventsAndSettlingsAreRepeated() {
        booth.put("talk", terms(Measure.COUNT, null, stage("two", 2, 10), stage("three", 3, 100)));
        List<Happening> events = IntStream.range(0, 3)
                .mapToObj(number -> said("e" + number, "ada", NOON.plusSeconds(number)))
                .toList();
        for (int repeat = 0; repeat < 3; repeat++) {
            booth.count(events);
            booth.count(List.of(events.get(1), events.get(1)));
            booth.catchUp(booth.prizes, 1);
        }

        assertThat(booth.progress("talk")).isEqualTo(Map.of("ada", 3L));
        assertThat(booth.points()).isEqualTo(Map.of("ada", 110L));
        assertThat(booth.told("challenge-stage-reached", "ada")).isEqualTo(2);
    }

    @Test
    void anEventCountsByWhenItOccurredAndOnlyIfTheConditionHolds() {
        booth.put(
                "spend",
                new ChallengeTerms(
                        "Spend",
                        Measure.SUM,
                        new TreeSet<>(Set.of("purchase.made")),
                        "event.value < 1000",
                        null,
                        NOON,
                        NOON.plusSeconds(60),
                        List.of(stage("fifty", 50, 5))));
        clock.set(NOON.plus(Duration.ofDays(3)));
        booth.count(List.of(
                booth.event("p1", "purchase.made", "ada", null, NOON, 20L),
                booth.event("p2", "purchase.made", "ada", null, NOON.plusSeconds(59), 30L),
                booth.event("p3", "purchase.made", "ada", null, NOON.plusSeconds(60), 500L),
                booth.event("p4", "purchase.made", "ada", null, NOON.minusMillis(1), 500L),
                booth.event("p5", "purchase.made", "ada", null, NOON, 1000L),
                booth.event("p6", "purchase.made", "ada", null, NOON, null)));
        booth.catchUp(booth.prizes, 10);

        assertThat(booth.progress("spend")).isEqualTo(Map.of("ada", 50L));
        assertThat(booth.points()).isEqualTo(Map.of("ada", 5L));
    }

    @Test
    void aFriendWhoLeavesWhileVestingIsCountedNoMoreAndThePrizeIsTakenBackAlsoWhenItIsSpent() {
        booth.put("bring", terms(Measure.FRIENDS, 7, stage("two", 2, 100)));
        booth.count(List.of(brought("f1", "ada", "bob", NOON), brought("f2", "ada", "eve", NOON)));
        booth.catchUp(booth.prizes, 10);
        assertThat(booth.points()).isEqualTo(Map.of("ada", 100L));

        Happening exit = left("x1", "bob", NOON.plus(Duration.ofDays(3)));
        for (int repeat = 0; repeat < 3; repeat++) {
            booth.count(List.of(exit));
            booth.catchUp(booth.prizes, 10);
        }

        assertThat(booth.progress("bring")).isEqualTo(Map.of("ada", 1L));
        assertThat(booth.points()).isEmpty();
        assertThat(booth.told("challenge-stage-lost", "ada")).isEqualTo(1);

        booth.count(List.of(left("x2", "eve", NOON.plus(Duration.ofDays(7)))));
        assertThat(booth.progress("bring"))
                .as("eve had stayed for the seven days")
                .isEqualTo(Map.of("ada", 1L));
        booth.count(List.of(brought("f3", "ada", "kim", NOON.plus(Duration.ofDays(8)))));
        booth.catchUp(booth.prizes, 10);
        assertThat(booth.points()).as("reached again, paid again").isEqualTo(Map.of("ada", 100L));
        assertThat(booth.told("challenge-stage-reached", "ada")).isEqualTo(2);
    }

    @Test
    void nobodyIsAFriendOfItselfNorOfTwoNorBringsWhoBroughtIt() {
        booth.put("bring", terms(Measure.FRIENDS, 0, stage("one", 1, 10)));
        booth.count(List.of(
                brought("f1", "ada", "ada", NOON),
                brought("f2", "ada", "bob", NOON),
                brought("f3", "bob", "ada", NOON),
                brought("f4", "eve", "bob", NOON)));
        booth.count(List.of(brought("f5", "bob", "ada", NOON)));

        assertThat(booth.progress("bring")).isEqualTo(Map.of("ada", 1L));
    }

    @Test
    void anEditResetsNothingPaysWhatIsReachedByItAndTakesNothingAway() {
        booth.put("talk", terms(Measure.COUNT, null, stage("four", 4, 40)));
        booth.count(IntStream.range(0, 4)
                .mapToObj(number -> said("e" + number, "ada", NOON))
                .toList());
        booth.count(List.of(said("b1", "bob", NOON), said("b2", "bob", NOON)));
        booth.catchUp(booth.prizes, 10);

        booth.put("talk", terms(Measure.COUNT, null, stage("two", 2, 1), stage("four", 400, 40)));
        booth.catchUp(booth.review, 1);
        booth.catchUp(booth.prizes, 1);

        assertThat(booth.progress("talk")).isEqualTo(Map.of("ada", 4L, "bob", 2L));
        assertThat(booth.points()).isEqualTo(Map.of("ada", 41L, "bob", 1L));
    }

    @Test
    void onePrizeThatCannotBePaidHoldsUpNobodyElse() {
        booth.put("talk", terms(Measure.COUNT, null, stage("one", 1, 10)));
        booth.count(List.of(said("a", "ada", NOON), said("b", "bob", NOON), said("c", "eve", NOON)));
        DATABASE.execute("insert into challenge_stage (community, challenge, member, stage, id, attempt,"
                + " challenge_version, target, reached_at, lost_at) values ('" + community
                + "', 'talk', 'bob', 'one', gen_random_uuid(), 2, 1, 1, now(), now())");

        booth.persist(booth.prizes, 10);
        assertThat(booth.points()).isEqualTo(Map.of("ada", 10L, "eve", 10L));

        DATABASE.execute("delete from challenge_stage where member = 'bob' and community = '" + community + "'");
        booth.persist(booth.prizes, 10);
        assertThat(booth.points()).as("not tried again at once").hasSize(2);
        clock.move(Duration.ofMinutes(2));
        booth.persist(booth.prizes, 10);
        assertThat(booth.points()).isEqualTo(Map.of("ada", 10L, "bob", 10L, "eve", 10L));
    }

    @RepeatedTest(20)
    void replicasThatRaceCountEachEventAndPayEachStageOnce() throws Exception {
        booth.put("bring", terms(Measure.FRIENDS, 7, stage("three", 3, 10), stage("six", 6, 100)));
        booth.put("talk", terms(Measure.COUNT, null, stage("five", 5, 1_000)));
        List<Happening> events = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            String member = "m" + number % 10;
            events.add(brought("f" + number, member, "friend" + number, NOON));
            events.add(said("s" + number, member, NOON));
            if (number < 20) {
                events.add(left("x" + number, "friend" + number, NOON.plus(Duration.ofDays(1))));
            }
        }
        race(6, replica -> {
            Booth other = new Booth(DATABASE, clock, community);
            List<Happening> own = new ArrayList<>(events);
            Collections.shuffle(own, new Random(replica));
            for (int at = 0; at < own.size(); at += 7) {
                other.count(own.subList(at, Math.min(own.size(), at + 7)));
                other.catchUp(other.prizes, 3);
            }
        });
        booth.catchUp(booth.prizes, 5);

        Map<String, Long> friends = new TreeMap<>();
        Map<String, Long> points = new TreeMap<>();
        for (int member = 0; member < 10; member++) {
            friends.put("m" + member, 4L);
            points.put("m" + member, 1_010L);
        }
        assertThat(booth.progress("bring")).isEqualTo(friends);
        assertThat(booth.points()).isEqualTo(points);
        assertThat(DATABASE.number("select count(*) from challenge_due where community = '" + community + "'"))
                .isZero();
    }

    @Test
    void progressIsWhatTheWholeHistorySaysInWhateverOrderItArrives() {
        for (int seed = 0; seed < 20; seed++) {
            String own = Api.fresh("h");
            Booth replica = new Booth(DATABASE, clock, own);
            replica.currency();
            replica.put("talk", terms(Measure.COUNT, null, stage("five", 5, 1)));
            replica.put("run", terms(Measure.STREAK, null, stage("three", 3, 10)));
            replica.put("bring", terms(Measure.FRIENDS, 5, stage("two", 2, 100)));
            Random random = new Random(seed);
            List<Happening> history = history(replica, random);
            List<Happening> arriving = new ArrayList<>(history);
            arriving.addAll(history.subList(0, history.size() / 4));
            Collections.shuffle(arriving, random);
            int at = 0;
            while (at < arriving.size()) {
                int end = Math.min(arriving.size(), at + 1 + random.nextInt(15));
                replica.count(arriving.subList(at, end));
                replica.catchUp(replica.prizes, 2);
                at = end;
            }

            Map<String, Map<String, Long>> model = model(history);
            model.forEach((challenge, progress) ->
                    assertThat(replica.progress(challenge)).as(challenge).isEqualTo(progress));
            assertThat(replica.points()).isEqualTo(prizes(model));
        }
    }

    private static List<Happening> history(Booth booth, Random random) {
        List<Happening> history = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            Instant at = NOON.plus(Duration.ofHours(random.nextInt(24 * 12)));
            history.add(booth.event("s" + number, "message.posted", "m" + random.nextInt(4), null, at, null));
        }
        for (int friend = 0; friend < 12; friend++) {
            Instant at = NOON.plus(Duration.ofHours(random.nextInt(24 * 12)));
            // Every friend has one inviter, so that the order cannot decide who that is.
            history.add(booth.event("f" + friend, "friend.joined", "m" + friend % 4, "n" + friend, at, null));
            if (random.nextBoolean()) {
                Instant gone = at.plus(Duration.ofHours(random.nextInt(24 * 10) - 24));
                history.add(booth.event("x" + friend, Counting.LEFT, "n" + friend, null, gone, null));
            }
        }
        return history;
    }

    /** Knows no order: sets of days, counts of events, friends who did not leave in time. */
    private static Map<String, Map<String, Long>> model(List<Happening> history) {
        Map<String, Long> talk = new TreeMap<>();
        Map<String, Set<LocalDate>> days = new HashMap<>();
        Map<String, Long> bring = new TreeMap<>();
        for (Happening event : history) {
            if (event.kind().equals("message.posted")) {
                talk.merge(event.member(), 1L, Long::sum);
                days.computeIfAbsent(event.member(), member -> new HashSet<>()).add(event.localDate());
            } else if (event.kind().equals("friend.joined") && stayed(event, history)) {
                bring.merge(event.member(), 1L, Long::sum);
            }
        }
        Map<String, Long> run = new TreeMap<>();
        days.forEach((member, active) -> active.forEach(first -> {
            long length = 0;
            while (active.contains(first.plusDays(length))) {
                length++;
            }
            run.merge(member, length, Math::max);
        }));
        return Map.of("talk", talk, "run", run, "bring", bring);
    }

    private static boolean stayed(Happening joined, List<Happening> history) {
        Instant vested = joined.occurredAt().plus(Duration.ofDays(5));
        return history.stream()
                .noneMatch(event -> event.kind().equals(Counting.LEFT)
                        && event.member().equals(joined.target())
                        && !event.occurredAt().isBefore(joined.occurredAt())
                        && event.occurredAt().isBefore(vested));
    }

    private static Map<String, Long> prizes(Map<String, Map<String, Long>> model) {
        Map<String, Long> points = new TreeMap<>();
        Map<String, long[]> stages =
                Map.of("talk", new long[] {5, 1}, "run", new long[] {3, 10}, "bring", new long[] {2, 100});
        model.forEach((challenge, progress) -> progress.forEach((member, far) -> {
            long[] stage = stages.getOrDefault(challenge, new long[] {0, 0});
            if (far >= stage[0]) {
                points.merge(member, stage[1], Long::sum);
            }
        }));
        return points;
    }

    private Happening said(String id, String member, Instant at) {
        return booth.event(id, "message.posted", member, null, at, null);
    }

    private Happening brought(String id, String member, String friend, Instant at) {
        return booth.event(id, "friend.joined", member, friend, at, null);
    }

    private Happening left(String id, String member, Instant at) {
        return booth.event(id, Counting.LEFT, member, null, at, null);
    }

    private static ChallengeTerms terms(Measure measure, @Nullable Integer vestingDays, StageTerms... stages) {
        String kind = measure == Measure.FRIENDS ? "friend.joined" : "message.posted";
        return new ChallengeTerms(
                "A test", measure, new TreeSet<>(Set.of(kind)), null, vestingDays, null, null, List.of(stages));
    }

    private static StageTerms stage(String id, long target, long points) {
        return new StageTerms(id, target, new Prize(new Prize.Points("points", points, null), null, null, null));
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
