package dev.hearth.analytics.churn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.Audience;
import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.analytics.activity.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Signs are those of a look at all acts of a member, one after the other. */
class ChurnPropertyTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-20");
    private static final Instant NOW = TODAY.atTime(20, 0).toInstant(ZoneOffset.UTC);

    @Property(tries = 1000)
    void seesWhatTheActsShow(@ForAll("histories") List<Act> acts) {
        List<MemberSigns> expected = acts.stream()
                .map(Act::member)
                .distinct()
                .sorted()
                .flatMap(member -> truth(acts, member).stream())
                .toList();
        assertThat(signs(acts)).isEqualTo(expected);
    }

    @Property(tries = 500)
    void risksLieBetween0And1AndAreTheSumOfTheirReasons(@ForAll("histories") List<Act> acts) {
        for (MemberSigns signs : signs(acts)) {
            MemberRisk risk = MemberRisk.of(signs);
            assertThat(risk.risk()).isBetween(0.0, 1.0);
            assertThat(risk.reasons().stream().mapToDouble(ChurnReason::part).sum())
                    .isEqualTo(risk.risk(), Offset.offset(0.0005001));
        }
    }

    @Test
    void whoKeepsTheOwnRhythmIsAtNoRiskAndWhoFallsSilentIs() {
        List<Act> acts = new ArrayList<>();
        for (int ago = 0; ago < 84; ago += 7) {
            acts.add(act("weekly", "message.posted", ago, "e" + ago, null));
        }
        for (int ago = 20; ago < 60; ago++) {
            acts.add(act("daily", "message.posted", ago, "e" + ago, null));
        }
        List<MemberSigns> signs = signs(acts);
        assertThat(signs).extracting(MemberSigns::member).containsExactly("daily", "weekly");
        assertThat(MemberRisk.of(signs.getLast()).band()).isEqualTo(ChurnBand.LOW);
        MemberRisk silent = MemberRisk.of(signs.getFirst());
        assertThat(silent.band()).isEqualTo(ChurnBand.HIGH);
        assertThat(silent.reasons().getFirst()).isEqualTo(new ChurnReason(ChurnSign.SILENCE, 0.45, 20, 1));
    }

    private static List<MemberSigns> signs(List<Act> acts) {
        List<PartitionActivity> partitions = IntStream.range(0, 3)
                .mapToObj(number -> new PartitionActivity())
                .toList();
        acts.forEach(
                act -> partitions.get(Math.floorMod(act.member().hashCode(), 3)).add(List.of(act)));
        return new Churn("acme", Audience.EVERYBODY, (int) TODAY.toEpochDay(), NOW.toEpochMilli())
                .signs(new Activity(partitions)).stream()
                        .sorted(Comparator.comparing(MemberSigns::member))
                        .toList();
    }

    private static List<MemberSigns> truth(List<Act> acts, String member) {
        List<Act> own = acts.stream().filter(act -> act.member().equals(member)).toList();
        TreeSet<LocalDate> days = new TreeSet<>();
        own.stream()
                .filter(act -> act.place().activity())
                .filter(act -> act.day().isAfter(TODAY.minusDays(84)))
                .forEach(act -> days.add(act.day()));
        if (days.isEmpty()) {
            return List.of();
        }
        LocalDate month = TODAY.minusDays(27);
        List<Act> questions = own.stream()
                .filter(act -> act.place().kind().equals("question.asked"))
                .filter(act -> !act.day().isBefore(month))
                .toList();
        int asked = 0;
        int unanswered = 0;
        for (Act question : questions) {
            boolean helped = acts.stream()
                    .filter(act -> act.place().kind().equals("answer.posted"))
                    .filter(act -> !act.day().isBefore(TODAY.minusDays(28)))
                    .anyMatch(act -> Objects.equals(act.target(), question.target()));
            boolean due = helped || !question.at().plusSeconds(86_400).isAfter(NOW);
            asked += due ? 1 : 0;
            unanswered += due && !helped ? 1 : 0;
        }
        return List.of(new MemberSigns(
                member,
                (int) days.last().toEpochDay(),
                (int) (TODAY.toEpochDay() - days.last().toEpochDay()),
                usualGap(days),
                days.tailSet(month).size(),
                days.subSet(month.minusDays(28), month).size(),
                brokenStreak(days),
                asked,
                unanswered,
                (int) own.stream()
                        .filter(act -> act.place().kind().equals("member.group-left"))
                        .filter(act -> !act.day().isBefore(month))
                        .count()));
    }

    private static double usualGap(NavigableSet<LocalDate> days) {
        List<Long> gaps = new ArrayList<>();
        for (LocalDate day : days) {
            LocalDate next = days.higher(day);
            if (next != null) {
                gaps.add(next.toEpochDay() - day.toEpochDay());
            }
        }
        gaps.sort(null);
        if (gaps.isEmpty()) {
            return 7;
        }
        int size = gaps.size();
        return (gaps.get((size - 1) / 2) + gaps.get(size / 2)) / 2.0;
    }

    private static int brokenStreak(NavigableSet<LocalDate> days) {
        int longest = 0;
        int run = 0;
        for (LocalDate day : days) {
            run = days.contains(day.minusDays(1)) ? run + 1 : 1;
            boolean ends = !days.contains(day.plusDays(1));
            boolean recently = !day.isAfter(TODAY.minusDays(2)) && !day.isBefore(TODAY.minusDays(28));
            longest = ends && recently ? Math.max(longest, run) : longest;
        }
        return longest >= 3 ? longest : 0;
    }

    @Provide
    Arbitrary<List<Act>> histories() {
        return Combinators.combine(
                        Arbitraries.of("ada", "bob", "cid"),
                        Arbitraries.of(
                                "message.posted",
                                "message.posted",
                                "question.asked",
                                "answer.posted",
                                "member.group-left"),
                        Arbitraries.integers().between(0, 95),
                        Arbitraries.integers().between(0, 12))
                .as((member, kind, ago, question) -> act(member, kind, ago, "to be numbered", "q" + question))
                .list()
                .ofMaxSize(70)
                .map(acts -> IntStream.range(0, acts.size())
                        .mapToObj(index -> numbered(acts.get(index), index))
                        .toList());
    }

    private static Act numbered(Act act, int index) {
        return new Act(
                act.community(), "e" + index, act.member(), act.place(), act.day(), act.at(), act.target(), null);
    }

    private static Act act(String member, String kind, int ago, String id, @Nullable String target) {
        LocalDate day = TODAY.minusDays(ago);
        return new Act(
                "acme",
                id,
                member,
                new Place(null, kind, !kind.startsWith("member.")),
                day,
                day.atTime(19, 0).toInstant(ZoneOffset.UTC),
                target,
                null);
    }
}
