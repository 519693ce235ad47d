package dev.hearth.analytics.streak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Histories;
import dev.hearth.analytics.activity.Selection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever the history, whenever its days change their zone and however it arrives, streaks are as defined. */
class StreaksPropertyTest {

    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void streaksAreAsDefined(
            @ForAll("histories") List<Act> acts,
            @ForAll("selections") Selection selection,
            @ForAll("spans") DaySpan span,
            @ForAll Random random) {
        Activity activity = Histories.activity(Histories.disordered(acts, random));
        SortedMap<String, List<LocalDate>> longest = new TreeMap<>();
        days(acts, selection, span).forEach((member, days) -> longest.put(member, longest(days)));
        int limit = 1 + random.nextInt(6);

        Streaks streaks = Streaks.figures(activity, selection, span, limit);

        assertThat(streaks.top())
                .map(streak -> streak.member() + " " + streak.days() + " "
                        + streak.run().first() + " " + streak.run().last())
                .isEqualTo(longest.entrySet().stream()
                        .sorted(Comparator.comparingInt((Map.Entry<String, List<LocalDate>> each) ->
                                        -each.getValue().size())
                                .thenComparing(
                                        each -> Integer.valueOf(each.getKey().substring(1))))
                        .limit(limit)
                        .map(each -> each.getKey() + " " + each.getValue().size() + " "
                                + each.getValue().getFirst() + " "
                                + each.getValue().getLast())
                        .toList());
        assertThat(streaks.histogram())
                .isEqualTo(longest.values().stream()
                        .collect(Collectors.groupingBy(List::size, TreeMap::new, Collectors.counting())));
        int days = 1 + random.nextInt(4);
        assertThat(members(activity, selection, span, days))
                .isEqualTo(longest.entrySet().stream()
                        .filter(each -> each.getValue().size() == days)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void aMembersStreakIsAsDefined(
            @ForAll("histories") List<Act> acts,
            @ForAll("selections") Selection selection,
            @ForAll("spans") DaySpan span,
            @ForAll Random random) {
        Activity activity = Histories.activity(Histories.disordered(acts, random));
        String member = "m" + (7 + random.nextInt(9));
        List<LocalDate> days = days(acts, selection.ofEverybody(), span).getOrDefault(member, List.of());

        Optional<MemberStreak> streak = Streaks.of(activity, selection, member, span);

        if (days.isEmpty()) {
            assertThat(streak).isEmpty();
            return;
        }
        List<LocalDate> longest = longest(days);
        assertThat(streak.orElseThrow().longest()).isEqualTo(new DaySpan(longest.getFirst(), longest.getLast()));
        assertThat(streak.orElseThrow().activeDays()).isEqualTo(days.size());
        LocalDate alive = days.contains(span.last()) ? span.last() : span.last().minusDays(1);
        LocalDate since = alive;
        while (days.contains(since)) {
            since = since.minusDays(1);
        }
        assertThat(streak.orElseThrow().current())
                .isEqualTo(since.equals(alive) ? null : new DaySpan(since.plusDays(1), alive));
    }

    /** By member, the days with an act, ascending. */
    private static Map<String, List<LocalDate>> days(List<Act> acts, Selection selection, DaySpan span) {
        Map<String, List<LocalDate>> days = new TreeMap<>();
        acts.stream()
                .filter(act -> Histories.looksAt(selection, act))
                .filter(act -> !act.day().isBefore(span.first()) && !act.day().isAfter(span.last()))
                .sorted(Comparator.comparing(Act::day))
                .forEach(act -> {
                    List<LocalDate> ofMember = days.computeIfAbsent(act.member(), member -> new ArrayList<>());
                    if (!ofMember.contains(act.day())) {
                        ofMember.add(act.day());
                    }
                });
        return days;
    }

    /** Of all runs of the days, the longest; of equals the earliest. */
    private static List<LocalDate> longest(List<LocalDate> days) {
        List<LocalDate> longest = List.of();
        for (LocalDate start : days) {
            List<LocalDate> run = new ArrayList<>();
            for (LocalDate day = start; days.contains(day); day = day.plusDays(1)) {
                run.add(day);
            }
            if (run.size() > longest.size()) {
                longest = run;
            }
        }
        return longest;
    }

    private static SortedSet<String> members(Activity activity, Selection selection, DaySpan span, int days) {
        return activity
                .ask(
                        Histories.COMMUNITY,
                        each -> Streaks.members(each, selection, span, days).stream()
                                .mapToObj(each::member)
                                .toList())
                .stream()
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Provide
    Arbitrary<List<Act>> histories() {
        return Histories.any();
    }

    @Provide
    Arbitrary<Selection> selections() {
        return Histories.selections();
    }

    @Provide
    Arbitrary<DaySpan> spans() {
        return Histories.spans();
    }
}
