package dev.hearth.analytics.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.roaringbitmap.RoaringBitmap;

/** A moment can be asked again, however many acts came since. */
class MomentPropertyTest {
    private static final int PARTITIONS = 3;

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void aMomentAnswersAsItDidThen(
            @ForAll("histories") List<Act> acts,
            @ForAll("selections") Selection selection,
            @ForAll("spans") DaySpan span,
            @ForAll Random random) {
        List<PartitionActivity> partitions =
                Stream.generate(PartitionActivity::new).limit(PARTITIONS).toList();
        Activity activity = new Activity(partitions);
        List<Act> heard = Histories.disordered(acts, random);
        int then = random.nextInt(heard.size() + 1);
        heard.subList(0, then).forEach(act -> add(partitions, act));
        Answer<Set<String>> before = activity.answer(Histories.COMMUNITY, each -> seen(each, selection, span));
        heard.subList(then, heard.size()).forEach(act -> add(partitions, act));

        Answer<Set<String>> again = activity.answer(
                        Histories.COMMUNITY, before.moment(), each -> seen(each, selection, span))
                .orElseThrow();

        assertThat(again.moment()).isEqualTo(before.moment());
        assertThat(all(again)).isEqualTo(all(before)).isEqualTo(expected(heard.subList(0, then), selection, span));
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void aMomentOfOtherActsHasNoAnswer(@ForAll("histories") List<Act> acts, @ForAll Random random) {
        Activity one = Histories.activity(acts);
        List<Act> others = Histories.disordered(acts, random);
        Activity other = Histories.activity(others);
        Moment moment =
                one.answer(Histories.COMMUNITY, CommunityActivity::members).moment();

        assertThat(other.answer(Histories.COMMUNITY, moment, CommunityActivity::members)
                        .isPresent())
                .isEqualTo(lastOfEach(acts).equals(lastOfEach(others)));
    }

    /** Everything that a view of then can be asked, in members' names. */
    private static Set<String> seen(CommunityActivity activity, Selection selection, DaySpan span) {
        RoaringBitmap members = activity.members(selection, span);
        RoaringBitmap byDay = new RoaringBitmap();
        for (int day = span.firstEpochDay(); day <= span.lastEpochDay(); day++) {
            RoaringBitmap acted = activity.days(selection).apply(day);
            if (acted != null) {
                byDay.or(acted);
            }
        }
        assertThat(byDay).isEqualTo(members);
        assertThat(activity.span(selection).isPresent()).isEqualTo(looksAtAny(activity, selection));
        Set<String> seen = members.stream().mapToObj(activity::member).collect(Collectors.toCollection(TreeSet::new));
        assertThat(seen)
                .allSatisfy(member ->
                        assertThat(activity.member(activity.find(member))).isEqualTo(member));
        activity.rows().from(0, row -> {
            if (activity.mask(selection.audience()).has(row.ordinal()) && activity.placesOf(selection)[row.place()]) {
                seen.add(row.day() + " " + row.id() + " " + activity.member(row.ordinal()));
            }
        });
        return seen;
    }

    private static boolean looksAtAny(CommunityActivity activity, Selection selection) {
        boolean[] any = {false};
        boolean[] places = activity.placesOf(selection);
        activity.rows().from(0, row -> any[0] |= places[row.place()]);
        return any[0];
    }

    private static Set<String> expected(List<Act> acts, Selection selection, DaySpan span) {
        Set<String> expected = new TreeSet<>();
        for (Act act : acts) {
            if (Histories.looksAt(selection, act)) {
                expected.add(act.day().toEpochDay() + " " + Hashes.of(act.id()) + " " + act.member());
                if (!act.day().isBefore(span.first()) && !act.day().isAfter(span.last())) {
                    expected.add(act.member());
                }
            }
        }
        return expected;
    }

    private static Set<String> all(Answer<Set<String>> answer) {
        return answer.parts().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    /** By partition, how many acts it heard of and which last; repeats not counted. */
    private static SortedMap<Integer, List<Object>> lastOfEach(List<Act> acts) {
        SortedMap<Integer, List<Object>> last = new TreeMap<>();
        List<Act> heard = new ArrayList<>();
        for (Act act : acts) {
            if (act.community().equals(Histories.COMMUNITY) && !heard.contains(act)) {
                heard.add(act);
                last.merge(
                        partition(act),
                        List.of(1, act.id()),
                        (before, now) -> List.of((int) before.getFirst() + 1, act.id()));
            }
        }
        return last;
    }

    private static void add(List<PartitionActivity> partitions, Act act) {
        partitions.get(partition(act)).add(List.of(act));
    }

    private static int partition(Act act) {
        return Math.floorMod(act.member().hashCode(), PARTITIONS);
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
