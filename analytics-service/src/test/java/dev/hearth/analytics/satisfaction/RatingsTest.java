package dev.hearth.analytics.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Hashes;
import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.analytics.activity.Place;
import dev.hearth.analytics.activity.Selection;
import dev.hearth.analytics.activity.Window;
import dev.hearth.analytics.drill.Listed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each member's last rating counts, once, whatever came in which order. */
class RatingsTest {
    private static final LocalDate START = LocalDate.parse("2026-03-02");
    private static final DaySpan DAYS = new DaySpan(START.plusDays(1), START.plusDays(6));
    private static final Window WINDOW = new Window("days", DAYS);
    private static final Selection RATED = new Selection("acme", null, Set.of("feedback.given"));

    @Property(tries = 10_000)
    void countsTheLastRatingOfEachMember(
            @ForAll("histories") List<Act> acts, @ForAll Scale scale, @ForAll("targets") @Nullable String target) {
        Ratings ratings = ratings(acts, scale, target);
        List<Long> last = last(acts, target);
        assertThat(ratings.counts())
                .isEqualTo(LongStream.rangeClosed(scale.lowest(), scale.highest())
                        .map(rating ->
                                last.stream().filter(each -> each == rating).count())
                        .boxed()
                        .toList());
        assertThat(ratings.outside())
                .isEqualTo(last.stream()
                        .filter(each -> each < scale.lowest() || each > scale.highest())
                        .count());
        assertThat(ratings.asked())
                .isEqualTo(within(acts)
                        .filter(act -> act.place().kind().equals("survey.shown"))
                        .map(Act::member)
                        .distinct()
                        .count());
    }

    @Property(tries = 5_000)
    void listsWhoAnsweredHow(
            @ForAll("histories") List<Act> acts, @ForAll Scale scale, @ForAll("targets") @Nullable String target) {
        Map<String, Long> last = lastByMember(acts, target);
        Set<String> answered = who(last, rating -> rating >= scale.lowest() && rating <= scale.highest());
        Set<String> asked = within(acts)
                .filter(act -> act.place().kind().equals("survey.shown"))
                .map(Act::member)
                .collect(Collectors.toSet());
        assertThat(listed(acts, scale, target, Response.ANSWERED, null)).isEqualTo(answered);
        assertThat(listed(acts, scale, target, Response.ASKED, null)).isEqualTo(asked);
        asked.removeAll(answered);
        assertThat(listed(acts, scale, target, Response.NOT_ANSWERED, null)).isEqualTo(asked);
        assertThat(listed(acts, scale, target, Response.ANSWERED, 4)).isEqualTo(who(last, rating -> rating == 4));
        assertThat(listed(acts, scale, target, Response.OUTSIDE_SCALE, null))
                .isEqualTo(who(last, rating -> rating < scale.lowest() || rating > scale.highest()));
        boolean nps = scale == Scale.NPS;
        assertThat(listed(acts, scale, target, Response.GOOD, null))
                .isEqualTo(who(last, rating -> nps ? rating == 9 || rating == 10 : rating == 4 || rating == 5));
        assertThat(listed(acts, scale, target, Response.NEUTRAL, null))
                .isEqualTo(who(last, rating -> nps ? rating == 7 || rating == 8 : rating == 3));
        assertThat(listed(acts, scale, target, Response.BAD, null))
                .isEqualTo(who(last, rating -> nps ? rating >= 0 && rating <= 6 : rating == 1 || rating == 2));
    }

    private static Set<String> listed(
            List<Act> acts, Scale scale, @Nullable String target, Response response, @Nullable Integer rating) {
        Survey survey = new Survey(RATED, scale, target == null ? null : Hashes.of(target), Set.of("survey.shown"));
        return Listed.names(acts, activity -> Ratings.members(activity, survey, DAYS, response, rating));
    }

    private static Set<String> who(Map<String, Long> last, LongPredicate rated) {
        return last.entrySet().stream()
                .filter(own -> rated.test(own.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Test
    void scoresAsTheScalesAreDefined() {
        Ratings nps = new Ratings(List.of(1L, 0L, 0L, 0L, 0L, 0L, 1L, 3L, 1L, 2L, 2L), 4, 20);
        SatisfactionView view = SatisfactionView.of(WINDOW, Scale.NPS, nps);
        assertThat(view.responses()).isEqualTo(10);
        assertThat(view.good()).isEqualTo(4);
        assertThat(view.bad()).isEqualTo(2);
        assertThat(view.score()).isEqualByComparingTo("0.2");
        assertThat(view.mean()).isEqualByComparingTo("7.3");
        assertThat(view.responseRate()).isEqualByComparingTo("0.5");
        SatisfactionView csat = SatisfactionView.of(WINDOW, Scale.CSAT, new Ratings(List.of(1L, 0L, 1L, 1L, 1L), 0, 0));
        assertThat(csat.score()).isEqualByComparingTo("0.5");
        assertThat(csat.responseRate()).isNull();
    }

    private static Ratings ratings(List<Act> acts, Scale scale, @Nullable String target) {
        List<PartitionActivity> partitions =
                Stream.generate(PartitionActivity::new).limit(3).toList();
        acts.forEach(
                act -> partitions.get(Math.floorMod(act.member().hashCode(), 3)).add(List.of(act)));
        Long hash = target == null ? null : Hashes.of(target);
        return new Activity(partitions)
                        .ask(
                                "acme",
                                activity -> Ratings.of(
                                        activity, new Survey(RATED, scale, hash, Set.of("survey.shown")), DAYS))
                        .stream()
                        .reduce(Ratings.none(scale), Ratings::plus);
    }

    private static List<Long> last(List<Act> acts, @Nullable String target) {
        return List.copyOf(lastByMember(acts, target).values());
    }

    private static Map<String, Long> lastByMember(List<Act> acts, @Nullable String target) {
        return within(acts)
                .filter(act -> act.place().kind().equals("feedback.given") && act.value() != null)
                .filter(act -> target == null || target.equals(act.target()))
                .sorted(Comparator.comparing(Act::at))
                .collect(Collectors.toMap(
                        Act::member, act -> Objects.requireNonNull(act.value()), (before, after) -> after));
    }

    private static Stream<Act> within(List<Act> acts) {
        return acts.stream()
                .filter(act -> !act.day().isBefore(DAYS.first()) && !act.day().isAfter(DAYS.last()));
    }

    @Provide
    Arbitrary<@Nullable String> targets() {
        return Arbitraries.of("survey-1", "survey-2").injectNull(0.5);
    }

    /** No two at the same time. */
    @Provide
    Arbitrary<List<Act>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of("feedback.given", "feedback.given", "survey.shown", "message.posted"),
                        Arbitraries.of("survey-1", "survey-2").injectNull(0.2),
                        Arbitraries.integers().between(0, 8 * 24),
                        Arbitraries.longs().between(-1, 11).injectNull(0.1))
                .as(RatingsTest::act)
                .list()
                .uniqueElements(Act::at)
                .ofMaxSize(25);
    }

    private static Act act(int member, String kind, @Nullable String target, int hour, @Nullable Long value) {
        Instant at = START.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(3600L * hour);
        return new Act(
                "acme",
                kind + hour,
                "m" + member,
                Place.deed(null, kind),
                LocalDate.ofInstant(at, ZoneOffset.UTC),
                at,
                target,
                value);
    }
}
