package dev.hearth.analytics.influence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.Audience;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.analytics.activity.Place;
import dev.hearth.analytics.activity.Selection;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Love and reach are those of a look at every pair of acts. */
class InfluencePropertyTest {
    private static final LocalDate LAST = LocalDate.parse("2026-03-20");
    private static final LocalDate FIRST = LAST.minusDays(40);
    private static final Map<String, Long> WEIGHTS =
            Map.of("message.posted", 1L, "reply.posted", 2L, "content.published", 5L);
    private static final List<String> KINDS = List.of(
            "message.posted", "reply.posted", "reaction.added", "content.published", "content.viewed", "member.joined");
    private static final Set<String> RESPONDING = Set.of("reply.posted", "reaction.added");

    @Property(tries = 1000)
    void loveAndReachAreWhatTheActsShow(@ForAll long seed) {
        Random random = new Random(seed);
        List<Act> acts = history(random);
        String group = random.nextInt(3) == 0 ? "g1" : null;
        Set<String> kinds = random.nextInt(3) == 0 ? Set.of("message.posted") : Set.of();
        Set<String> hidden = random.nextBoolean() ? Set.of("m1", "m4") : Set.of();
        Selection selection = new Selection("acme", group, kinds, Audience.without(hidden));
        List<MemberInfluence> found = members(selection, acts);

        assertThat(found).isSortedAccordingTo(MemberInfluence.GREATEST_FIRST);
        assertThat(found).extracting(MemberInfluence::member).doesNotHaveDuplicates();
        for (int number = 0; number < 8; number++) {
            String member = "m" + number;
            double love = hidden.contains(member) ? 0 : love(acts, member, group, kinds);
            int reach = hidden.contains(member) ? 0 : reach(acts, member, group, hidden);
            MemberInfluence seen = found.stream()
                    .filter(each -> each.member().equals(member))
                    .findFirst()
                    .orElse(new MemberInfluence(member, 0, 0));
            assertThat(seen.reach()).isEqualTo(reach);
            assertThat(seen.love()).isEqualTo(love, Offset.offset(0.002));
            assertThat(seen.gravity()).isEqualTo(seen.love() * reach, Offset.offset(0.0006));
        }
    }

    @Property(tries = 300)
    void noOrderOfArrivalChangesAnything(@ForAll long seed) {
        Random random = new Random(seed);
        List<Act> acts = history(random);
        List<MemberInfluence> before = members(Selection.ofCommunity("acme"), acts);
        Collections.shuffle(acts, random);
        assertThat(members(Selection.ofCommunity("acme"), acts)).isEqualTo(before);
    }

    @Test
    void loveHalvesWithEvery28Days() {
        assertThat(Influence.share(28) * 2).isEqualTo(Influence.share(0));
        assertThat(Influence.share(56) * 4).isEqualTo(Influence.share(0));
    }

    @Test
    void candidatesAreTheFewWhoAreHeardAndEngaged() {
        List<MemberInfluence> members = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            members.add(new MemberInfluence("m" + i, i, i));
        }
        members.add(new MemberInfluence("loud", 0.5, 99));
        Candidates bars = Candidates.among(members);
        assertThat(bars).isEqualTo(new Candidates(96, 75));
        assertThat(members.stream().filter(bars::has).map(MemberInfluence::member))
                .containsExactly("m96", "m97", "m98", "m99", "m100");
        assertThat(bars.reasons(members.getLast())).containsExactly(InfluenceReason.HEARD);
        assertThat(Candidates.among(List.of(new MemberInfluence("ada", 9, 4))).has(new MemberInfluence("ada", 9, 4)))
                .isFalse();
    }

    private static List<MemberInfluence> members(Selection selection, List<Act> acts) {
        List<PartitionActivity> partitions = IntStream.range(0, 3)
                .mapToObj(number -> new PartitionActivity())
                .toList();
        acts.forEach(
                act -> partitions.get(Math.floorMod(act.member().hashCode(), 3)).add(List.of(act)));
        return new Influence(selection, new DaySpan(FIRST, LAST), WEIGHTS).members(new Activity(partitions));
    }

    private static double love(List<Act> acts, String member, @Nullable String group, Set<String> kinds) {
        return acts.stream()
                .filter(act -> act.member().equals(member) && within(act, group))
                .filter(act -> kinds.isEmpty() || kinds.contains(act.place().kind()))
                .mapToDouble(act -> WEIGHTS.getOrDefault(act.place().kind(), 0L)
                        / Math.exp(Math.log(2) / 28 * ChronoUnit.DAYS.between(act.day(), LAST)))
                .sum();
    }

    private static int reach(List<Act> acts, String member, @Nullable String group, Set<String> hidden) {
        Set<String> reached = new HashSet<>();
        for (Act response : acts) {
            if (RESPONDING.contains(response.place().kind())
                    && within(response, group)
                    && !hidden.contains(response.member())) {
                List<String> makers = acts.stream()
                        .filter(act -> act.place().activity() && makes(act, response.target()))
                        .map(Act::member)
                        .toList();
                if (makers.contains(member) && !makers.contains(response.member())) {
                    reached.add(response.member());
                }
            }
        }
        return reached.size();
    }

    private static boolean makes(Act act, @Nullable String target) {
        return act.id().equals(target)
                || (act.place().kind().equals("content.published") && Objects.equals(act.target(), target));
    }

    private static boolean within(Act act, @Nullable String group) {
        return !act.day().isBefore(FIRST)
                && !act.day().isAfter(LAST)
                && (group == null || group.equals(act.place().group()));
    }

    private static List<Act> history(Random random) {
        List<Act> acts = new ArrayList<>();
        int size = random.nextInt(60);
        for (int i = 0; i < size; i++) {
            String kind = KINDS.get(random.nextInt(KINDS.size()));
            LocalDate day = LAST.plusDays(3).minusDays(random.nextInt(60));
            acts.add(new Act(
                    "acme",
                    "e" + i,
                    "m" + random.nextInt(8),
                    new Place(random.nextBoolean() ? "g1" : null, kind, !kind.equals("member.joined")),
                    day,
                    day.atTime(12, 0).toInstant(ZoneOffset.UTC),
                    target(random, kind),
                    null));
        }
        return acts;
    }

    private static @Nullable String target(Random random, String kind) {
        if (kind.equals("content.published")) {
            return "c" + random.nextInt(5);
        }
        return random.nextInt(4) == 0
                ? null
                : random.nextBoolean() ? "c" + random.nextInt(5) : "e" + random.nextInt(60);
    }
}
