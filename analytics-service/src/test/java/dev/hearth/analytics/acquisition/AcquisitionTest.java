package dev.hearth.analytics.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.analytics.activity.Place;
import dev.hearth.analytics.activity.Selection;
import dev.hearth.analytics.drill.Listed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Channels get the members whose first join was by them, and what these did since, whatever came in which order. */
class AcquisitionTest {
    private static final LocalDate START = LocalDate.parse("2026-03-02");
    private static final DaySpan JOINS = new DaySpan(START.plusDays(2), START.plusDays(15));
    private static final int TODAY = Math.toIntExact(START.plusDays(25).toEpochDay());

    @Property(tries = 10_000)
    void followsThoseWhoCameByAChannel(
            @ForAll("histories") List<List<Act>> facts,
            @ForAll @IntRange(min = 1, max = 12) int retainedAfter,
            @ForAll Random random) {
        List<Act> acts = facts.stream().flatMap(List::stream).toList();
        List<Act> heard = new ArrayList<>(acts);
        heard.addAll(acts);
        Collections.shuffle(heard, random);
        assertThat(measured(heard, retainedAfter)).isEqualTo(expected(acts, retainedAfter));
    }

    @Property(tries = 5_000)
    void listsThoseWhomItCounts(
            @ForAll("histories") List<List<Act>> facts, @ForAll @IntRange(min = 1, max = 12) int retainedAfter) {
        List<Act> acts = facts.stream().flatMap(List::stream).toList();
        Map<String, ChannelFigure> expected = expected(acts, retainedAfter);
        expected.forEach((channel, figure) -> {
            assertThat(listed(acts, retainedAfter, channel, Stage.JOINED)).hasSize((int) figure.joined());
            assertThat(listed(acts, retainedAfter, channel, Stage.ACTIVATED)).hasSize((int) figure.activated());
            assertThat(listed(acts, retainedAfter, channel, Stage.MATURE)).hasSize((int) figure.mature());
            assertThat(listed(acts, retainedAfter, channel, Stage.RETAINED)).hasSize((int) figure.retained());
            assertThat(listed(acts, retainedAfter, channel, Stage.LOST))
                    .hasSize((int) (figure.mature() - figure.retained()));
            assertThat(listed(acts, retainedAfter, channel, Stage.BUYER)).hasSize((int) figure.buyers());
        });
        assertThat(listed(acts, retainedAfter, null, Stage.JOINED))
                .hasSize(expected.values().stream()
                        .mapToInt(figure -> (int) figure.joined())
                        .sum());
        // One member alone is in every list, or in none, as it is counted.
        acts.stream().collect(Collectors.groupingBy(Act::member)).forEach((member, own) -> {
            for (Stage stage : Stage.values()) {
                assertThat(listed(acts, retainedAfter, null, stage).contains(member))
                        .isEqualTo(
                                expected(own, retainedAfter).values().stream().anyMatch(stage::is));
            }
        });
    }

    private static Set<String> listed(List<Act> acts, int retainedAfter, @Nullable String channel, Stage stage) {
        Arrivals arrivals = new Arrivals(JOINS, retainedAfter, TODAY);
        return Listed.names(
                acts,
                activity -> Acquisition.members(activity, Selection.ofCommunity("acme"), arrivals, channel, stage));
    }

    private static Map<String, ChannelFigure> measured(List<Act> acts, int retainedAfter) {
        List<PartitionActivity> partitions =
                Stream.generate(PartitionActivity::new).limit(3).toList();
        acts.forEach(
                act -> partitions.get(Math.floorMod(act.member().hashCode(), 3)).add(List.of(act)));
        Map<String, ChannelFigure> channels = new TreeMap<>();
        new Activity(partitions)
                .ask(
                        "acme",
                        activity -> Acquisition.of(
                                activity, Selection.ofCommunity("acme"), new Arrivals(JOINS, retainedAfter, TODAY)))
                .forEach(part ->
                        part.forEach((channel, figure) -> channels.merge(channel, figure, ChannelFigure::plus)));
        return channels;
    }

    private static Map<String, ChannelFigure> expected(List<Act> acts, int retainedAfter) {
        Map<String, ChannelFigure> channels = new TreeMap<>();
        acts.stream().collect(Collectors.groupingBy(Act::member)).values().forEach(own -> {
            Optional<Act> first = own.stream()
                    .filter(act -> act.place().kind().equals("member.joined"))
                    .min(Comparator.comparing(Act::at));
            if (first.isPresent()
                    && !first.orElseThrow().day().isBefore(JOINS.first())
                    && !first.orElseThrow().day().isAfter(JOINS.last())) {
                channels.merge(
                        channel(own, first.orElseThrow()),
                        figure(own, first.orElseThrow(), retainedAfter),
                        ChannelFigure::plus);
            }
        });
        return channels;
    }

    private static String channel(List<Act> own, Act first) {
        return own.stream()
                .filter(act -> act.at().equals(first.at()))
                .map(act -> act.place().kind())
                .filter(kind -> kind.startsWith("member.joined:"))
                .map(kind -> kind.substring("member.joined:".length()))
                .findFirst()
                .orElse("");
    }

    private static ChannelFigure figure(List<Act> own, Act first, int retainedAfter) {
        List<Act> since = own.stream()
                .filter(act -> act.place().activity() && !act.at().isBefore(first.at()))
                .toList();
        LocalDate over = first.day().plusDays(retainedAfter);
        boolean mature = over.toEpochDay() <= TODAY;
        boolean retained = mature && since.stream().anyMatch(act -> !act.day().isBefore(over));
        return new ChannelFigure(
                1,
                since.isEmpty() ? 0 : 1,
                mature ? 1 : 0,
                retained ? 1 : 0,
                since.stream().anyMatch(act -> act.place().kind().equals("purchase.made")) ? 1 : 0,
                sum(since, "purchase.made") - sum(since, "purchase.refunded"));
    }

    private static long sum(List<Act> acts, String kind) {
        return acts.stream()
                .filter(act -> act.place().kind().equals(kind))
                .mapToLong(act -> act.value() == null ? 0 : act.value())
                .sum();
    }

    /** No two at the same time, but for the two that one join by a channel is. */
    @Provide
    Arbitrary<List<List<Act>>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(
                                "join",
                                "join:street",
                                "join:app",
                                "message.posted",
                                "purchase.made",
                                "purchase.refunded"),
                        Arbitraries.integers().between(0, 25 * 24),
                        Arbitraries.longs().between(0, 900))
                .as(AcquisitionTest::acts)
                .list()
                .uniqueElements(acts -> acts.getFirst().at())
                .ofMaxSize(25);
    }

    private static List<Act> acts(int member, String what, int hour, long value) {
        if (!what.startsWith("join")) {
            return List.of(act(member, Place.deed(null, what), hour, value));
        }
        Act any = act(member, Place.fact(null, "member.joined"), hour, 0);
        return what.equals("join")
                ? List.of(any)
                : List.of(any, act(member, Place.fact(null, "member." + what.replace("join", "joined")), hour, 0));
    }

    private static Act act(int member, Place place, int hour, long value) {
        Instant at = START.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(3600L * hour);
        return new Act(
                "acme",
                place.kind() + hour,
                "m" + member,
                place,
                LocalDate.ofInstant(at, ZoneOffset.UTC),
                at,
                null,
                place.kind().startsWith("purchase.") ? value : null);
    }
}
