package dev.hearth.analytics.participation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Histories;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Place;
import dev.hearth.analytics.activity.Selection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever the history and whoever joins and leaves, participation is as defined. */
class ParticipationPropertyTest {
    private static final Instant START = Instant.parse("2026-02-25T00:00:00Z");

    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void participationIsAsDefined(
            @ForAll("histories") List<Act> acts,
            @ForAll("selections") Selection selection,
            @ForAll("periods") Period period,
            @ForAll("spans") DaySpan span,
            @ForAll Random random) {
        List<Act> all = withJoinsAndLeaves(acts, random);
        Activity activity = Histories.activity(Histories.disordered(all, random));

        List<ParticipationFigure> figures = Participation.figures(activity, selection, period, span);

        assertThat(figures).hasSameSizeAs(period.windows(span));
        ParticipationFigure figure = figures.get(random.nextInt(figures.size()));
        DaySpan days = figure.window().days();
        List<Act> looked =
                all.stream().filter(act -> Histories.looksAt(selection, act)).toList();
        List<Act> inWindow = looked.stream().filter(act -> within(act, days)).toList();
        Set<String> active = inWindow.stream().map(Act::member).collect(Collectors.toCollection(TreeSet::new));
        Set<String> belonging = belonging(all, selection, days.last());
        Set<String> both = new TreeSet<>(belonging);
        both.retainAll(active);
        Set<String> silent = new TreeSet<>(belonging);
        silent.removeAll(active);
        assertThat(figure)
                .isEqualTo(new ParticipationFigure(
                        figure.window(),
                        active.size(),
                        looked.stream()
                                .filter(act -> !act.day().isAfter(days.last()))
                                .map(Act::member)
                                .distinct()
                                .count(),
                        belonging.size(),
                        both.size(),
                        inWindow.size(),
                        inWindow.stream().filter(act -> act.target() != null).count()));
        assertThat(listed(activity, selection, figure, Standing.ACTIVE)).isEqualTo(active);
        assertThat(listed(activity, selection, figure, Standing.MEMBERS)).isEqualTo(belonging);
        assertThat(listed(activity, selection, figure, Standing.ACTIVE_MEMBERS)).isEqualTo(both);
        assertThat(listed(activity, selection, figure, Standing.SILENT_MEMBERS)).isEqualTo(silent);
    }

    @Property(tries = 5_000, shrinking = ShrinkingMode.OFF)
    void whatAMemberDoesIsAsDefined(
            @ForAll("histories") List<Act> acts,
            @ForAll("selections") Selection selection,
            @ForAll("periods") Period period,
            @ForAll("spans") DaySpan span,
            @ForAll Random random) {
        String member = "m" + (7 + random.nextInt(9));

        List<MemberParticipation> figures = Participation.of(
                Histories.activity(Histories.disordered(acts, random)), selection, member, period, span);

        assertThat(figures)
                .isEqualTo(period.windows(span).stream()
                        .map(window -> {
                            List<Act> did = acts.stream()
                                    .filter(act -> act.member().equals(member)
                                            && Histories.looksAt(selection.ofEverybody(), act)
                                            && within(act, window.days()))
                                    .toList();
                            return new MemberParticipation(
                                    window,
                                    did.size(),
                                    did.stream()
                                            .filter(act -> act.target() != null)
                                            .count(),
                                    (int) did.stream().map(Act::day).distinct().count());
                        })
                        .toList());
    }

    private static boolean within(Act act, DaySpan days) {
        return !act.day().isBefore(days.first()) && !act.day().isAfter(days.last());
    }

    private static SortedSet<String> listed(
            Activity activity, Selection selection, ParticipationFigure figure, Standing standing) {
        return activity
                .ask(
                        Histories.COMMUNITY,
                        each -> Participation.members(each, selection, figure.window(), standing).stream()
                                .mapToObj(each::member)
                                .toList())
                .stream()
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of the audience, whose last fact until the end of the day is a join. */
    private static Set<String> belonging(List<Act> acts, Selection selection, LocalDate day) {
        String join = selection.group() == null ? "member.joined" : "member.group-joined";
        Predicate<Act> leaves = act -> act.place().kind().equals("member.left")
                || (selection.group() != null
                        && act.place().kind().equals("member.group-left")
                        && selection.group().equals(act.place().group()));
        Predicate<Act> joins = act -> act.place().kind().equals(join)
                && (selection.group() == null
                        || selection.group().equals(act.place().group()));
        Selection anything = new Selection(Histories.COMMUNITY, null, kinds(acts), selection.audience());
        Set<String> belonging = new TreeSet<>();
        for (String member : acts.stream().map(Act::member).collect(Collectors.toSet())) {
            Optional<Act> last = acts.stream()
                    .filter(act -> act.member().equals(member) && Histories.looksAt(anything, act))
                    .filter(leaves.or(joins))
                    .filter(act -> !act.day().isAfter(day))
                    .max(Comparator.comparing(Act::day).thenComparing(Act::at).thenComparing(leaves::test));
            if (last.filter(joins).isPresent()) {
                belonging.add(member);
            }
        }
        return belonging;
    }

    private static Set<String> kinds(List<Act> acts) {
        Set<String> kinds = new HashSet<>();
        acts.forEach(act -> kinds.add(act.place().kind()));
        return kinds;
    }

    /** A few days with many facts, some of them at the same moment. */
    private static List<Act> withJoinsAndLeaves(List<Act> acts, Random random) {
        List<Act> all = new ArrayList<>(acts);
        List<String> kinds = List.of("member.joined", "member.left", "member.group-joined", "member.group-left");
        int days = 1 + random.nextInt(40);
        IntStream.range(0, random.nextInt(30)).forEach(number -> {
            String kind = kinds.get(random.nextInt(kinds.size()));
            Instant at = START.plus(Duration.ofHours(6L * random.nextInt(4 * days)));
            String group = kind.startsWith("member.group") ? (random.nextBoolean() ? "north" : "south") : null;
            all.add(new Act(
                    Histories.COMMUNITY,
                    "f" + number,
                    "m" + (7 + random.nextInt(8)),
                    Place.fact(group, kind),
                    LocalDate.ofInstant(at, ZoneOffset.UTC),
                    at,
                    null,
                    null));
        });
        return all;
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

    @Provide
    Arbitrary<Period> periods() {
        return Arbitraries.of(Period.DAY, Period.ISO_WEEK, Period.MONTH);
    }
}
