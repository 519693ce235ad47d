package dev.hearth.analytics.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.Audience;
import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.analytics.activity.Place;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/** Boards that are kept up between questions say at each what a count of everything says. */
class BoardPropertyTest {
    private static final LocalDate START = LocalDate.parse("2026-03-27");
    private static final int DAYS = 12;
    private static final Map<String, Long> WEIGHTS = Map.of("post", 3L, "reply", 1L, "rant", -2L);
    private static final List<Scoring> SCORINGS = List.of(
            new Scoring.Events(),
            new Scoring.Values(),
            new Scoring.Contribution(WEIGHTS),
            new Scoring.Points("points"));

    @Property(tries = 12_000, shrinking = ShrinkingMode.OFF)
    void sayWhatACountOfEverythingSaysWheneverTheyAreAsked(@ForAll Random random) {
        Play play = new Play(random, BoardConfigs.roomy());
        for (int turn = 0; turn < 6; turn++) {
            play.hear(random.nextInt(8));
            play.ask(2);
        }
    }

    /** Only two boards fit: they are dropped and made anew all the time. */
    @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
    void areTheSameAfterTheyWereDropped(@ForAll Random random) {
        Play play = new Play(random, new Boards(BoardConfigs.of(2, 200)));
        for (int turn = 0; turn < 8; turn++) {
            play.hear(random.nextInt(12));
            play.ask(2);
        }
    }

    /** Members and acts so many that places move over the ends of blocks. */
    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void holdForManyMembers(@ForAll Random random) {
        Play play = new Play(random, BoardConfigs.roomy(), 6000);
        play.hear(12_000);
        for (int turn = 0; turn < 6; turn++) {
            play.ask(3);
            play.hear(turn % 2 == 0 ? 40 : 4000);
        }
        play.ask(3);
    }

    /** What is heard and asked in one try. */
    private static final class Play {
        private final Random random;
        private final int members;
        private final long salt;
        private final Boards boards;
        private final List<PartitionActivity> partitions =
                Stream.generate(PartitionActivity::new).limit(3).toList();
        private final Activity activity = new Activity(partitions);
        private final List<Act> heard = new ArrayList<>();
        private Set<String> planted;
        private Audience audience;

        Play(Random random, Boards boards) {
            this(random, boards, 9);
        }

        Play(Random random, Boards boards, int members) {
            this.random = random;
            this.boards = boards;
            this.members = members;
            this.salt = random.nextLong();
            this.planted = Set.of();
            this.audience = Audience.EVERYBODY;
        }

        void hear(int count) {
            for (int i = 0; i < count; i++) {
                Act act = !heard.isEmpty() && random.nextInt(6) == 0
                        ? heard.get(random.nextInt(heard.size()))
                        : act(heard.size());
                heard.add(act);
                partitions.get(act.member().hashCode() % 3).add(List.of(act));
            }
        }

        void ask(int questions) {
            if (random.nextInt(4) == 0) {
                planted = new HashSet<>(List.of("1", "2" + random.nextInt(3), "" + random.nextInt(9), "unheard-of"));
                audience = Audience.without(planted);
            }
            for (int i = 0; i < questions; i++) {
                askOne();
            }
        }

        private void askOne() {
            int first = random.nextInt(DAYS);
            LocalDate from = START.plusDays(first);
            LocalDate to = random.nextInt(3) == 0 ? from : from.plusDays(random.nextInt(DAYS));
            if (random.nextInt(3) == 0) {
                from = LocalDate.of(1, 1, 1);
                to = LocalDate.of(9999, 12, 31);
            }
            String group = random.nextInt(3) == 0 ? "north" : null;
            Scoring scoring = SCORINGS.get(random.nextInt(SCORINGS.size()));
            Set<String> kinds = scoring instanceof Scoring.Points || random.nextBoolean()
                    ? Set.of()
                    : Set.of("post", "member.group-joined");
            BoardSpec spec = new BoardSpec(
                    "acme",
                    group,
                    kinds,
                    scoring,
                    Math.toIntExact(from.toEpochDay()),
                    Math.toIntExact(to.toEpochDay()));
            compare(spec, truth(scoring, group, kinds, from, to));
        }

        private BruteBoard truth(
                Scoring scoring, @Nullable String group, Set<String> kinds, LocalDate from, LocalDate to) {
            Predicate<String> counts = member -> !planted.contains(member);
            return switch (scoring) {
                case Scoring.Events() -> BruteBoard.of(heard, group, kinds, null, false, from, to, counts);
                case Scoring.Values() -> BruteBoard.of(heard, group, kinds, null, true, from, to, counts);
                case Scoring.Contribution(var weights) ->
                    BruteBoard.of(heard, group, kinds, weights, false, from, to, counts);
                case Scoring.Points(String currency) -> BruteBoard.ofPoints(heard, group, from, to, counts);
                case Scoring.Received(String currency) -> throw new AssertionError("not asked");
            };
        }

        /** Whose acts count is always asked in the same words, whoever that is. */
        private void compare(BoardSpec spec, BruteBoard truth) {
            int limit = 1 + random.nextInt(5);
            assertThat(said(spec, limit)).as("%s", spec).isEqualTo(truth.first(limit));
            String member = name(random.nextInt(members));
            Optional<Rank> rank = Rank.of(boards, activity, spec, "all", audience, member);
            assertThat(rank.map(Rank::rank).orElse(null)).as("%s", spec).isEqualTo(truth.rank(member));
            assertThat(rank.map(Rank::score).orElse(null))
                    .isEqualTo(truth.scores().get(member));
        }

        private List<String> said(BoardSpec spec, int limit) {
            Leaderboard board = Leaderboard.of(
                    boards.ask(
                            activity,
                            spec,
                            "all",
                            audience,
                            (each, live, standing) -> Leaderboard.Part.of(each, standing, limit)),
                    limit);
            List<String> said = new ArrayList<>();
            board.places().forEach(place -> said.add(place.rank() + " " + place.member() + " " + place.score()));
            board.cutOff().ifPresent(end -> said.add("cut " + end.score() + " " + end.members() + " " + end.listed()));
            said.add("of " + board.members());
            return said;
        }

        /** What is taken back was the same member's, heard of or not yet. */
        private Act act(int number) {
            LocalDate day = START.plusDays(random.nextInt(DAYS));
            Place place = place();
            boolean reversal = place.kind().startsWith("incentive.reversed");
            int other = random.nextInt(number + 10);
            return new Act(
                    "acme",
                    "tx-" + number,
                    memberOf(reversal ? other : number),
                    place,
                    day,
                    day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
                    reversal ? "tx-" + other : null,
                    reversal ? Long.valueOf(-random.nextInt(4)) : value());
        }

        private String memberOf(int number) {
            return name(new Random(salt + number).nextInt(members));
        }

        private @Nullable Long value() {
            return random.nextInt(4) == 0 ? null : Long.valueOf(random.nextInt(9) - 3);
        }

        private Place place() {
            String group = random.nextInt(3) == 0 ? "south" : "north";
            List<Place> places = List.of(
                    Place.deed(group, "post"),
                    Place.deed(random.nextBoolean() ? group : null, "reply"),
                    Place.deed(null, "rant"),
                    Place.fact(group, "member.group-joined"),
                    Place.fact(group, "member.group-left"),
                    Place.fact(null, "incentive.credited:points"),
                    Place.fact(null, "incentive.credited:gold"),
                    Place.fact(null, "incentive.granted:points"),
                    Place.fact(null, "incentive.other-credited:points"),
                    Place.fact(null, "incentive.debited:points"),
                    Place.fact(null, "incentive.revoked:points"),
                    Place.fact(null, "incentive.reversed:points"));
            return places.get(random.nextInt(places.size()));
        }

        /** Of several lengths. */
        private static String name(int number) {
            return number % 3 == 0 ? "2" + number : Integer.toString(number);
        }
    }
}
