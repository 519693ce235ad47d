package dev.hearth.analytics.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.Audience;
import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.analytics.activity.Place;
import dev.hearth.analytics.health.pulse.CommunityPulse;
import dev.hearth.analytics.health.pulse.GroupDays;
import dev.hearth.analytics.health.pulse.KindRoles;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Groups that have ads, unanswered questions, idle talk and silent days in all mixtures, and members who leave because
 * of these: each for a reason of the own, by a law that is not the forecast's.
 */
class ExitForecastTest {
    private static final int GROUPS = 400;
    private static final int MEMBERS = 40;
    private static final LocalDate TODAY = LocalDate.parse("2026-03-20");
    private static final Instant NOW = TODAY.atTime(20, 0).toInstant(ZoneOffset.UTC);

    private final Random random = new Random(20260320);
    private final PartitionActivity partition = new PartitionActivity();
    private int acts;

    @Test
    void forecastsExitsBetterThanActivityAloneDoes() {
        List<Observed> observed = new ArrayList<>();
        List<Double> hazards = new ArrayList<>();
        for (int number = 0; number < GROUPS; number++) {
            hazards.add(play("g" + number));
        }
        CommunityPulse pulse = new CommunityPulse("acme");
        pulse.advance(new Activity(List.of(partition)), Audience.EVERYBODY, KindRoles.USUAL, NOW);
        for (int number = 0; number < GROUPS; number++) {
            GroupDays done = pulse.days("g" + number, (int) TODAY.toEpochDay(), 28, NOW, 24);
            observed.add(new Observed(done, exits(hazards.get(number))));
        }
        double forecast =
                areaUnderCurve(observed, each -> ValueIndex.of(each.done).exitForecast());
        double index =
                areaUnderCurve(observed, each -> -ValueIndex.of(each.done).index(ValueWeights.USUAL));
        double activityAlone = areaUnderCurve(observed, each -> -each.done.acts());
        assertThat(activityAlone).as("activity says something itself").isGreaterThan(0.52);
        assertThat(forecast).isGreaterThan(0.75).isGreaterThan(activityAlone + 0.1);
        assertThat(index).isGreaterThan(activityAlone + 0.1);
    }

    @Test
    void theAreaIsThatOfTheDefinition() {
        GroupDays none = new GroupDays(28, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        List<Observed> two = List.of(new Observed(none, true), new Observed(none, false));
        assertThat(areaUnderCurve(two, each -> each.leaves ? 1 : 0)).isEqualTo(1);
        assertThat(areaUnderCurve(two, each -> each.leaves ? 0 : 1)).isZero();
        assertThat(areaUnderCurve(two, each -> 7)).isEqualTo(0.5);
    }

    /** Four weeks of a group; answers by how much of a chance its members leave. */
    private double play(String group) {
        double ads = Math.pow(random.nextDouble(), 2);
        double unanswered = random.nextDouble();
        double idle = random.nextDouble();
        double silent = 0.7 * random.nextDouble();
        int perDay = 2 + random.nextInt(20);
        for (int ago = 1; ago <= 28; ago++) {
            if (random.nextDouble() < silent) {
                continue;
            }
            Instant noon = TODAY.minusDays(ago).atTime(12, 0).toInstant(ZoneOffset.UTC);
            for (int i = 0; i < perDay; i++) {
                boolean advertises = random.nextDouble() < ads / 2;
                boolean isIdle = random.nextDouble() < idle / 2;
                act(group, advertises ? "ad.posted" : isIdle ? "reaction.added" : "message.posted", noon, null);
            }
            String question = group + "/" + ago;
            act(group, "question.asked", noon, question);
            if (random.nextDouble() > unanswered) {
                act(group, "answer.posted", noon.plusSeconds(3600), question);
            }
        }
        double annoyed = Math.pow(ads, 2);
        double ignored = unanswered > 0.5 ? unanswered - 0.5 : 0;
        double bored = Math.sqrt(silent) * 0.5 + idle * 0.15;
        return 1 - (1 - 0.25 * annoyed) * (1 - 0.3 * ignored) * (1 - 0.15 * bored);
    }

    /** Whether at least four of the members leave within the next 14 days. */
    private boolean exits(double hazard) {
        int exits = 0;
        for (int member = 0; member < MEMBERS; member++) {
            exits += random.nextDouble() < hazard ? 1 : 0;
        }
        return exits >= 4;
    }

    private void act(String group, String kind, Instant at, @Nullable String target) {
        partition.add(List.of(new Act(
                "acme",
                "e" + acts++,
                group + "-m" + random.nextInt(MEMBERS),
                Place.deed(group, kind),
                at.atZone(ZoneOffset.UTC).toLocalDate(),
                at,
                target,
                null)));
    }

    /** P(score of one that leaves > of one that does not) + half of P(equal): Hanley and McNeil 1982. */
    private static double areaUnderCurve(List<Observed> observed, ToDoubleFunction<Observed> score) {
        double wins = 0;
        long pairs = 0;
        for (Observed leaving : observed) {
            for (Observed staying : observed) {
                if (leaving.leaves && !staying.leaves) {
                    int order = Double.compare(score.applyAsDouble(leaving), score.applyAsDouble(staying));
                    wins += order > 0 ? 1 : order == 0 ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return wins / pairs;
    }

    private record Observed(GroupDays done, boolean leaves) {}
}
