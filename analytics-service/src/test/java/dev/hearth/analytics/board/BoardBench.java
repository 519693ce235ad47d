package dev.hearth.analytics.board;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.Audience;
import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.analytics.activity.Place;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How fast boards answer while they change. Arguments: members (1000000), updates a second (10000), seconds (10). Each
 * member begins with one to ten acts; then acts arrive in batches every 10 ms at that rate while another thread asks
 * for the top 100 and the rank of a member at random, 100 times a second each.
 */
final class BoardBench {
    private static final int PARTITIONS = 8;
    private static final LocalDate DAY = LocalDate.parse("2026-03-14");
    private static final BoardSpec ALL =
            new BoardSpec("acme", null, Set.of(), new Scoring.Events(), Integer.MIN_VALUE, Integer.MAX_VALUE);

    private final Random random = new Random(7);
    private final List<PartitionActivity> partitions =
            Stream.generate(PartitionActivity::new).limit(PARTITIONS).toList();
    private final Activity activity = new Activity(partitions);
    private final Boards boards = BoardConfigs.roomy();
    private final int members;
    private long acts;
    private volatile boolean over;

    private BoardBench(int members) {
        this.members = members;
    }

    public static void main(String[] arguments) throws InterruptedException {
        int members = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10;
        BoardBench bench = new BoardBench(members);
        bench.fill();
        bench.measure(rate, seconds);
    }

    private void fill() {
        for (int from = 0; from < members; from += 50_000) {
            List<List<Act>> batches = batches();
            for (int member = from; member < Math.min(members, from + 50_000); member++) {
                for (int i = random.nextInt(10); i >= 0; i--) {
                    batches.get(member % PARTITIONS).add(act(member));
                }
            }
            add(batches);
        }
        long before = System.nanoTime();
        long ranked = top().members();
        System.out.printf(
                "%,d acts of %,d members; first answer in %.1f ms%n", acts, ranked, millis(System.nanoTime() - before));
    }

    private void measure(int rate, int seconds) throws InterruptedException {
        Thread updates = new Thread(() -> update(rate));
        updates.start();
        List<Long> tops = new ArrayList<>();
        List<Long> ranks = new ArrayList<>();
        Random asked = new Random(11);
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        for (long due = System.nanoTime();
                due < end;
                due += Duration.ofMillis(10).toNanos()) {
            waitUntil(due);
            tops.add(time(() -> top().members()));
            String member = "member-" + asked.nextInt(members);
            ranks.add(time(() -> Rank.of(boards, activity, ALL, "all", Audience.EVERYBODY, member)
                    .orElseThrow()
                    .rank()));
        }
        over = true;
        updates.join();
        print("top 100", tops);
        print("rank of a member", ranks);
    }

    private void update(int rate) {
        for (long due = System.nanoTime(); !over; due += Duration.ofMillis(10).toNanos()) {
            waitUntil(due);
            List<List<Act>> batches = batches();
            for (int i = 0; i < rate / 100; i++) {
                int member = random.nextInt(members);
                batches.get(member % PARTITIONS).add(act(member));
            }
            add(batches);
        }
    }

    private Leaderboard top() {
        return Leaderboard.of(
                boards.ask(
                        activity,
                        ALL,
                        "all",
                        Audience.EVERYBODY,
                        (each, board, standing) -> Leaderboard.Part.of(each, standing, 100)),
                100);
    }

    private Act act(int member) {
        return new Act(
                "acme",
                "e-" + acts++,
                "member-" + member,
                Place.deed("group-" + member % 500, "post"),
                DAY,
                DAY.atStartOfDay().toInstant(ZoneOffset.UTC),
                null,
                null);
    }

    private static List<List<Act>> batches() {
        return Stream.<List<Act>>generate(ArrayList::new).limit(PARTITIONS).toList();
    }

    private void add(List<List<Act>> batches) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            partitions.get(partition).add(batches.get(partition));
            var _ = partitions.get(partition).takeAdditions();
        }
    }

    private static long time(Asking asking) {
        long before = System.nanoTime();
        long answer = asking.ask();
        long nanos = System.nanoTime() - before;
        if (answer <= 0) {
            throw new IllegalStateException("nobody has a place");
        }
        return nanos;
    }

    private static void waitUntil(long due) {
        long left = due - System.nanoTime();
        if (left > 0) {
            try {
                Thread.sleep(Duration.ofNanos(left));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void print(String what, List<Long> taken) {
        long[] nanos = taken.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%-20s median %.2f ms, p99 %.2f ms, most %.2f ms, of %d%n",
                what,
                millis(nanos[nanos.length / 2]),
                millis(nanos[nanos.length * 99 / 100]),
                millis(Arrays.stream(nanos).max().orElse(0)),
                nanos.length);
    }

    private static double millis(long nanos) {
        return nanos / (double) Duration.ofMillis(1).toNanos();
    }

    /** A question of which the answer is some number. */
    @FunctionalInterface
    private interface Asking {
        long ask();
    }
}
