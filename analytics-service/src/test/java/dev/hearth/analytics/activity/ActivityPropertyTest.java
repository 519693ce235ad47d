package dev.hearth.analytics.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Whatever the history and however it arrives, the answers are those of the definitions. */
class ActivityPropertyTest {
    private static final LocalDate START = LocalDate.of(2025, 12, 20);
    private static final int PARTITIONS = 3;

    @Property(tries = 1000)
    void countsActiveMembersAsDefined(@ForAll("histories") List<Act> acts, @ForAll("questions") Question question) {
        assertThat(answers(of(acts), question)).isEqualTo(expected(acts, question));
    }

    @Property(tries = 300)
    void neitherOrderNorRepeatsMatter(
            @ForAll("histories") List<Act> acts, @ForAll("questions") Question question, @ForAll Random random) {
        List<Act> heard = new ArrayList<>(acts);
        for (int i = 0; i < acts.size() / 2; i++) {
            heard.add(acts.get(random.nextInt(acts.size())));
        }
        Collections.shuffle(heard, random);
        assertThat(answers(of(heard), question)).isEqualTo(expected(acts, question));
    }

    @Property(tries = 300)
    void restoresFromItsAdditionsWhereverTheyWereTaken(
            @ForAll("histories") List<Act> acts, @ForAll("questions") Question question, @ForAll Random random) {
        PartitionActivity original = new PartitionActivity();
        PartitionActivity restored = new PartitionActivity();
        Additions joined = Additions.NONE;
        int done = 0;
        while (done < acts.size()) {
            int next = done + 1 + random.nextInt(acts.size() - done);
            original.add(acts.subList(done, next));
            Additions taken = original.takeAdditions().additions();
            restored.add(taken);
            joined = joined.then(taken);
            done = next;
        }
        PartitionActivity fromJoined = new PartitionActivity();
        fromJoined.add(joined);
        fromJoined.add(joined);
        assertThat(answers(new Activity(List.of(restored)), question)).isEqualTo(expected(acts, question));
        assertThat(answers(new Activity(List.of(fromJoined)), question)).isEqualTo(expected(acts, question));
        assertThat(original.takeAdditions().additions().isEmpty()).isTrue();
        assertThat(restored.takeAdditions().additions().isEmpty()).isTrue();
    }

    @Property(tries = 300)
    void aReplayFromAnEarlierPlaceChangesNothing(
            @ForAll("histories") List<Act> acts, @ForAll("questions") Question question, @ForAll Random random) {
        int kept = random.nextInt(acts.size() + 1);
        int again = random.nextInt(kept + 1);
        PartitionActivity before = new PartitionActivity();
        before.add(acts.subList(0, kept));
        PartitionActivity after = new PartitionActivity();
        after.add(before.takeAdditions().additions());
        after.add(acts.subList(again, acts.size()));
        assertThat(answers(new Activity(List.of(after)), question)).isEqualTo(expected(acts, question));
    }

    private static Activity of(List<Act> acts) {
        Map<Integer, PartitionActivity> partitions = new HashMap<>();
        for (Act act : acts) {
            partitions
                    .computeIfAbsent(Math.floorMod(act.member().hashCode(), PARTITIONS), p -> new PartitionActivity())
                    .add(List.of(act));
        }
        return new Activity(partitions.values());
    }

    private static List<String> answers(Activity activity, Question question) {
        Selection selection = new Selection("acme", question.group, question.kinds);
        DaySpan span = new DaySpan(question.from, question.to);
        Stream<String> active = activity.activeMembers(selection, question.period, span).stream()
                .map(each -> each.window().days().first() + ".."
                        + each.window().days().last() + "=" + each.members() + cut(each.windowComplete()));
        Stream<String> daily = activity.dailyStickiness(selection, span).stream()
                .map(each -> each.day() + "=" + each.dailyActive() + "/" + each.activeIn30Days() + "="
                        + each.stickiness() + cut(each.windowComplete()));
        Stream<String> monthly = activity.monthlyStickiness(selection, span).stream()
                .map(each -> each.month().name() + "=" + each.activeMembers() + "," + each.daysObserved() + ","
                        + each.meanDailyActive() + "," + each.stickiness() + cut(each.windowComplete()));
        return Stream.of(active, daily, monthly).flatMap(each -> each).toList();
    }

    private static List<String> expected(List<Act> acts, Question question) {
        BruteForce truth = new BruteForce(acts, "acme");
        Stream<String> active =
                truth
                        .activeMembers(question.group, question.kinds, question.period, question.from, question.to)
                        .stream();
        Stream<String> daily = question.from
                .datesUntil(question.to.plusDays(1))
                .map(day -> truth.stickinessOf(day, question.group, question.kinds));
        Stream<String> monthly = question.from
                .datesUntil(question.to.plusDays(1))
                .map(YearMonth::from)
                .distinct()
                .map(month -> truth.stickinessOf(month, question.group, question.kinds));
        return Stream.of(active, daily, monthly).flatMap(each -> each).toList();
    }

    private static String cut(boolean complete) {
        return complete ? "" : " cut";
    }

    @Provide
    Arbitrary<List<Act>> histories() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(9, Arbitraries.just("acme")), Tuple.of(1, Arbitraries.just("other"))),
                        Arbitraries.integers().between(1, 12).map(member -> "m" + member),
                        Arbitraries.of("north", "south").injectNull(0.3),
                        Arbitraries.of("post", "reply", "view"),
                        Arbitraries.integers().between(0, 75).map(START::plusDays))
                .as(ActivityPropertyTest::act)
                .list()
                .ofMaxSize(60);
    }

    private static Act act(String community, String member, @Nullable String group, String kind, LocalDate day) {
        return Deeds.act(community, member, group, kind, day);
    }

    @Provide
    Arbitrary<Question> questions() {
        return Combinators.combine(
                        Arbitraries.of(Period.values()),
                        Arbitraries.of("north", "south", "unheard-of").injectNull(0.5),
                        Arbitraries.of("post", "reply", "view", "unheard-of")
                                .set()
                                .ofMaxSize(3),
                        Arbitraries.integers().between(-10, 80).map(START::plusDays),
                        Arbitraries.integers().between(0, 70))
                .as((period, group, kinds, from, length) ->
                        new Question(period, group, kinds, from, from.plusDays(length)));
    }

    record Question(Period period, @Nullable String group, Set<String> kinds, LocalDate from, LocalDate to) {}
}
