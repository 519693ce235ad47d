package dev.hearth.analytics.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.Audience;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Place;
import dev.hearth.analytics.activity.Selection;
import dev.hearth.analytics.activity.Window;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Counts and sums are those of the acts themselves, each once. */
class EventCountsPropertyTest {
    private static final LocalDate START = LocalDate.parse("2025-12-20");
    private static final List<String> KINDS = List.of("post", "reply", "buy");

    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void countEachActOnceInThePeriodOfItsDay(@ForAll Random random) {
        List<PartitionActivity> partitions =
                Stream.generate(PartitionActivity::new).limit(2).toList();
        List<Act> acts = new ArrayList<>();
        for (int number = random.nextInt(25); number > 0; number--) {
            Act act = act(random, number);
            acts.add(act);
            partitions
                    .get(act.member().equals("ada") ? 0 : 1)
                    .add(random.nextBoolean() ? List.of(act, act) : List.of(act));
        }
        String group = random.nextBoolean() ? "north" : null;
        Set<String> kinds = random.nextBoolean() ? Set.of() : Set.of("buy", "member.left");
        Audience audience = random.nextInt(3) == 0 ? Audience.without(Set.of("bob")) : Audience.EVERYBODY;
        Selection selection = new Selection("acme", group, kinds, audience);
        LocalDate from = START.plusDays(random.nextInt(40));
        List<Window> windows = Stream.of(Period.DAY, Period.ISO_WEEK, Period.MONTH)
                .skip(random.nextInt(3))
                .findFirst()
                .orElseThrow()
                .windows(new DaySpan(from, from.plusDays(random.nextInt(20))));
        EventCounts counts = new Activity(partitions)
                .ask("acme", each -> EventCounts.of(each, selection, windows)).stream()
                        .reduce(EventCounts.NONE, EventCounts::plus);
        for (int window = 0; window < windows.size(); window++) {
            DaySpan days = windows.get(window).days();
            List<Act> expected = acts.stream()
                    .filter(act -> (group == null || group.equals(act.place().group()))
                            && (kinds.isEmpty()
                                    ? act.place().activity()
                                    : kinds.contains(act.place().kind()))
                            && (audience == Audience.EVERYBODY || !act.member().equals("bob"))
                            && !act.day().isBefore(days.first())
                            && !act.day().isAfter(days.last()))
                    .toList();
            assertThat(counts.total(window)).isEqualTo(tally(expected));
            for (var kind : counts.byKind().entrySet()) {
                assertThat(kind.getValue().get(window))
                        .isEqualTo(tally(expected.stream()
                                .filter(act -> act.place().kind().equals(kind.getKey()))
                                .toList()));
            }
        }
    }

    private static EventCounts.Tally tally(List<Act> acts) {
        long value = 0;
        long withValue = 0;
        for (Act act : acts) {
            Long of = act.value();
            if (of != null) {
                value += of;
                withValue++;
            }
        }
        return new EventCounts.Tally(acts.size(), withValue, value);
    }

    private static Act act(Random random, int number) {
        LocalDate day = START.plusDays(random.nextInt(40));
        String group = random.nextBoolean() ? "north" : null;
        return new Act(
                "acme",
                "e-" + number,
                random.nextBoolean() ? "ada" : "bob",
                random.nextInt(5) == 0
                        ? Place.fact(group, "member.left")
                        : Place.deed(group, KINDS.get(random.nextInt(KINDS.size()))),
                day,
                day.atStartOfDay().toInstant(ZoneOffset.UTC),
                null,
                random.nextBoolean() ? null : Long.valueOf(random.nextInt(100) - 20));
    }
}
