package dev.hearth.analytics.health.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.Audience;
import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.analytics.activity.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Kept up batch by batch, from partitions in any order, the figures are those of a look at all acts. */
class CommunityPulsePropertyTest {
    private static final Instant NOW = Instant.parse("2026-03-20T15:30:00Z");
    private static final int TODAY = (int) LocalDate.parse("2026-03-20").toEpochDay();
    private static final int PATIENCE = 24;

    @Property(tries = 1000)
    void countsWhatWasDone(
            @ForAll("histories") List<Act> acts,
            @ForAll @IntRange(min = 1, max = 7) int batches,
            @ForAll boolean withoutAda) {
        Audience audience = withoutAda ? Audience.without(Set.of("m1")) : Audience.EVERYBODY;
        List<PartitionActivity> partitions = IntStream.range(0, 3)
                .mapToObj(number -> new PartitionActivity())
                .toList();
        CommunityPulse pulse = new CommunityPulse("acme");
        int done = 0;
        for (int batch = 1; batch <= batches; batch++) {
            int to = acts.size() * batch / batches;
            acts.subList(done, to)
                    .forEach(act -> partitions
                            .get(Math.floorMod(act.member().hashCode(), 3))
                            .add(List.of(act)));
            pulse.advance(new Activity(partitions), audience, KindRoles.USUAL, NOW);
            done = to;
        }
        List<Act> counted = acts.stream()
                .filter(act -> !withoutAda || !act.member().equals("m1"))
                .toList();
        assertThat(pulse.days("north", TODAY, 28, NOW, PATIENCE)).isEqualTo(truth(counted, "north"));
        assertThat(pulse.ask("north", beat -> beat.between(NOW.minus(6, ChronoUnit.HOURS), NOW))
                        .orElse(0L))
                .isEqualTo(counted.stream()
                        .filter(deedIn("north"))
                        .map(act -> act.at().truncatedTo(ChronoUnit.MINUTES))
                        .filter(at -> at.isAfter(NOW.minus(6, ChronoUnit.HOURS)) && !at.isAfter(NOW))
                        .count());
    }

    @Property(tries = 100)
    void otherPartitionsAreReadFromTheirBeginning(@ForAll("histories") List<Act> acts) {
        CommunityPulse pulse = new CommunityPulse("acme");
        for (int generation = 0; generation < 2; generation++) {
            PartitionActivity partition = new PartitionActivity();
            partition.add(acts);
            pulse.advance(new Activity(List.of(partition)), Audience.EVERYBODY, KindRoles.USUAL, NOW);
        }
        assertThat(pulse.days("north", TODAY, 28, NOW, PATIENCE)).isEqualTo(truth(acts, "north"));
    }

    private static GroupDays truth(List<Act> acts, String group) {
        LocalDate last = LocalDate.ofEpochDay(TODAY);
        LocalDate first = last.minusDays(27);
        List<Act> inside = acts.stream()
                .filter(act -> !act.day().isBefore(first) && !act.day().isAfter(last))
                .toList();
        List<Act> deeds = inside.stream().filter(deedIn(group)).toList();
        Set<String> asked = new HashSet<>();
        long due = 0;
        long unanswered = 0;
        for (Act question : deeds) {
            if (question.place().kind().equals("question.asked") && asked.add(String.valueOf(question.target()))) {
                boolean answered = acts.stream()
                        .filter(act -> act.place().kind().equals("answer.posted"))
                        .filter(act -> String.valueOf(question.target()).equals(act.target()))
                        .anyMatch(act -> !act.at().isAfter(question.at().plus(PATIENCE, ChronoUnit.HOURS)));
                boolean over = !question.at().plus(PATIENCE, ChronoUnit.HOURS).isAfter(NOW);
                due += answered || over ? 1 : 0;
                unanswered += !answered && over ? 1 : 0;
            }
        }
        return new GroupDays(
                28,
                deeds.size(),
                deeds.size() - count(deeds, "content.viewed"),
                count(deeds, "ad.posted"),
                0,
                count(deeds, "reaction.added"),
                due,
                unanswered,
                deeds.stream().map(Act::day).collect(Collectors.toSet()).size(),
                inside.stream()
                        .filter(act -> group.equals(act.place().group()))
                        .filter(act -> act.place().kind().equals("member.group-left"))
                        .count());
    }

    private static long count(List<Act> deeds, String kind) {
        return deeds.stream().filter(act -> act.place().kind().equals(kind)).count();
    }

    private static Predicate<Act> deedIn(String group) {
        return act -> group.equals(act.place().group()) && act.place().activity();
    }

    /** Each question is asked once: which of two with one name counts is not the order's to say. */
    @Provide
    Arbitrary<List<Act>> histories() {
        Arbitrary<Place> places = Combinators.combine(
                        Arbitraries.of("north", "south"),
                        Arbitraries.of(
                                "message.posted",
                                "question.asked",
                                "answer.posted",
                                "ad.posted",
                                "reaction.added",
                                "content.viewed",
                                "member.group-left"))
                .as((group, kind) -> new Place(group, kind, !kind.startsWith("member.")));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 6).map(member -> "m" + member),
                        places,
                        Arbitraries.longs().between(-40L * 86_400, 12 * 3600),
                        Arbitraries.integers().between(0, 20))
                .as(CommunityPulsePropertyTest::act)
                .list()
                .ofMaxSize(80)
                .map(CommunityPulsePropertyTest::numbered);
    }

    private static Act act(String member, Place place, long seconds, int question) {
        Instant at = NOW.plusSeconds(seconds);
        return new Act(
                "acme",
                "to be numbered",
                member,
                place,
                at.atZone(ZoneOffset.UTC).toLocalDate(),
                at,
                "q" + question,
                null);
    }

    private static List<Act> numbered(List<Act> acts) {
        return IntStream.range(0, acts.size())
                .mapToObj(index -> {
                    Act act = acts.get(index);
                    boolean asks = act.place().kind().equals("question.asked");
                    return new Act(
                            act.community(),
                            "e" + index,
                            act.member(),
                            act.place(),
                            act.day(),
                            act.at(),
                            asks ? "q" + index : act.target(),
                            null);
                })
                .toList();
    }
}
