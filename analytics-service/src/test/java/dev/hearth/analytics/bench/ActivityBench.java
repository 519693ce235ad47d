package dev.hearth.analytics.bench;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Deeds;
import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Selection;
import dev.hearth.analytics.cohort.Lifecycle;
import dev.hearth.analytics.cohort.Retention;
import dev.hearth.analytics.cohort.RetentionMode;
import dev.hearth.analytics.cohort.RetentionQuestion;
import dev.hearth.analytics.participation.Participation;
import dev.hearth.analytics.streak.Streaks;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How fast the core takes in acts and answers. Arguments: members (1000000), days (90), share of the members active on
 * a day in per cent (20). Each active member has one act in one of 20 groups, of one of 5 kinds, and repeats it once.
 */
final class ActivityBench {
    private static final int PARTITIONS = 8;
    private static final int RUNS = 21;
    private static final LocalDate START = LocalDate.parse("2024-01-01");

    private ActivityBench() {}

    public static void main(String[] arguments) {
        int members = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int days = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 90;
        int share = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20;
        List<PartitionActivity> partitions =
                Stream.generate(PartitionActivity::new).limit(PARTITIONS).toList();
        fill(partitions, members, days, share);
        Activity activity = new Activity(partitions);
        DaySpan all = new DaySpan(START, START.plusDays(days - 1L));
        DaySpan last = new DaySpan(all.last(), all.last());
        Selection everybody = Selection.ofCommunity("acme");
        Selection group = new Selection("acme", "group-7", Set.of());
        Selection kinds = new Selection("acme", null, Set.of("kind-1", "kind-2", "kind-3"));
        time("30 days up to one day", () -> activity.activeMembers(everybody, Period.ROLLING_30_DAYS, last));
        time("30 days up to one day, 3 of 5 kinds", () -> activity.activeMembers(kinds, Period.ROLLING_30_DAYS, last));
        time("each day", () -> activity.activeMembers(everybody, Period.DAY, all));
        time("each week", () -> activity.activeMembers(everybody, Period.ISO_WEEK, all));
        time("each month", () -> activity.activeMembers(everybody, Period.MONTH, all));
        time("7 days up to each day", () -> activity.activeMembers(everybody, Period.ROLLING_7_DAYS, all));
        time("30 days up to each day", () -> activity.activeMembers(everybody, Period.ROLLING_30_DAYS, all));
        time("30 days up to each day, one group", () -> activity.activeMembers(group, Period.ROLLING_30_DAYS, all));
        time("30 days up to each day, 3 of 5 kinds", () -> activity.activeMembers(kinds, Period.ROLLING_30_DAYS, all));
        time("stickiness of each day", () -> activity.dailyStickiness(everybody, all));
        cohorts(activity, everybody, all);
        cohorts(activity, kinds, all);
    }

    private static void cohorts(Activity activity, Selection selection, DaySpan all) {
        String whose = selection.kinds().isEmpty() ? "" : ", 3 of 5 kinds";
        RetentionQuestion exact = new RetentionQuestion(selection, selection, Period.ISO_WEEK, 12, RetentionMode.EXACT);
        RetentionQuestion unbounded =
                new RetentionQuestion(selection, selection, Period.ISO_WEEK, 12, RetentionMode.UNBOUNDED);
        RetentionQuestion daily = new RetentionQuestion(selection, selection, Period.DAY, 30, RetentionMode.EXACT);
        time("12-week retention" + whose, () -> Retention.figures(activity, exact, all, all.last()));
        time("12-week retention, unbounded" + whose, () -> Retention.figures(activity, unbounded, all, all.last()));
        time("30-day retention" + whose, () -> Retention.figures(activity, daily, all, all.last()));
        time("lifecycle by week" + whose, () -> Lifecycle.figures(activity, selection, Period.ISO_WEEK, all));
        time(
                "longest streaks" + whose,
                () -> Streaks.figures(activity, selection, all, 20).top());
        time("participation by week" + whose, () -> Participation.figures(activity, selection, Period.ISO_WEEK, all));
    }

    private static void fill(List<PartitionActivity> partitions, int members, int days, int share) {
        Random random = new Random(7);
        long taken = 0;
        long nanos = 0;
        for (int day = 0; day < days; day++) {
            LocalDate date = START.plusDays(day);
            for (int partition = 0; partition < PARTITIONS; partition++) {
                List<Act> acts = acts(random, partition, members, share, date);
                long before = System.nanoTime();
                partitions.get(partition).add(acts);
                nanos += System.nanoTime() - before;
                taken += acts.size();
                var _ = partitions.get(partition).takeAdditions();
            }
        }
        System.out.printf("%d acts of %d members on %d days%n", taken, members, days);
        System.out.printf("%-40s %,12d acts/s on one thread%n", "adding", taken * 1_000_000_000L / nanos);
    }

    private static List<Act> acts(Random random, int partition, int members, int share, LocalDate date) {
        List<Act> acts = new ArrayList<>();
        for (int member = partition; member < members; member += PARTITIONS) {
            if (random.nextInt(100) < share) {
                Act act = Deeds.act(
                        "acme", "member-" + member, "group-" + member % 20, "kind-" + random.nextInt(5), date);
                acts.add(act);
                acts.add(act);
            }
        }
        return acts;
    }

    private static void time(String what, Supplier<List<?>> question) {
        long[] nanos = new long[RUNS];
        int answers = 0;
        for (int warmUp = 0; warmUp < 5; warmUp++) {
            answers = question.get().size();
        }
        for (int run = 0; run < RUNS; run++) {
            long before = System.nanoTime();
            answers = question.get().size();
            nanos[run] = System.nanoTime() - before;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-40s %8.2f ms (median of %d; %.2f to %.2f), %d figures%n",
                what, millis(nanos[RUNS / 2]), RUNS, millis(nanos[0]), millis(nanos[RUNS - 1]), answers);
    }

    private static double millis(long nanos) {
        return nanos / (double) Duration.ofMillis(1).toNanos();
    }
}
