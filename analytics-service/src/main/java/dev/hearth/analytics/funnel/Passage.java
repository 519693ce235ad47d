package dev.hearth.analytics.funnel;

import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Mask;
import dev.hearth.analytics.activity.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Who of a partition went how far through a funnel.
 *
 * @param reached for each step the members who reached it; each has only members of the one before
 * @param waits for each step after the first, how long those who reached it took from the one before, in milliseconds
 */
record Passage(List<RoaringBitmap> reached, List<long[]> waits) {

    /**
     * @param selection in which group, by whom; its kinds are not asked. A fact about a member, which is in no group,
     *     is a step in every group.
     * @param entries the local days on which one may enter; null for any
     */
    static Passage of(CommunityActivity activity, Funnel funnel, Selection selection, @Nullable DaySpan entries) {
        int steps = funnel.steps().size();
        int[] stepsOfPlace = IntStream.range(0, activity.places())
                .map(place -> {
                    var where = activity.place(place);
                    boolean here = selection.group() == null
                            || selection.group().equals(where.group())
                            || (!where.activity() && where.group() == null);
                    return here ? funnel.stepsOf(where.kind()) : 0;
                })
                .toArray();
        Moments moments = Moments.of(activity, activity.mask(selection.audience()), stepsOfPlace, entries);
        Walk walk = new Walk(funnel, steps);
        for (int ordinal = 0; ordinal < activity.members(); ordinal++) {
            walk.member(ordinal, moments);
        }
        return walk.passage();
    }

    /**
     * Who is behind the figure of a step.
     *
     * @param step from 0
     */
    RoaringBitmap members(int step, Outcome outcome) {
        return switch (outcome) {
            case REACHED -> reached.get(step);
            case LOST -> RoaringBitmap.andNot(reached.get(step), reached.get(step + 1));
        };
    }

    /** How many reached each step. */
    long[] counts() {
        return reached.stream().mapToLong(RoaringBitmap::getLongCardinality).toArray();
    }

    /**
     * What members did that is a step, in order of time for each member: one number for each act, its time before the
     * bits of the steps that it is. Times are 44 bits, which is 557 years around 1970.
     */
    private static final class Moments {
        static final int STEP_BITS = Funnel.MAX_STEPS + 1;
        private static final long STEPS = (1L << STEP_BITS) - 1;
        /** Marks an act of the first step on a day on which one may not enter. */
        static final int NO_ENTRY = 1 << Funnel.MAX_STEPS;

        private final int[] starts;
        private final long[] moments;

        private Moments(int[] starts, long[] moments) {
            this.starts = starts;
            this.moments = moments;
        }

        static Moments of(CommunityActivity activity, Mask mask, int[] stepsOfPlace, @Nullable DaySpan entries) {
            int[] starts = new int[activity.members() + 1];
            activity.rows().from(0, row -> {
                if (stepsOfPlace[row.place()] != 0 && mask.has(row.ordinal())) {
                    starts[row.ordinal() + 1]++;
                }
            });
            Arrays.parallelPrefix(starts, Integer::sum);
            long[] moments = new long[starts[activity.members()]];
            int[] next = starts.clone();
            activity.rows().from(0, row -> {
                int steps = stepsOfPlace[row.place()];
                if (steps != 0 && mask.has(row.ordinal())) {
                    boolean mayEnter = entries == null
                            || (row.day() >= entries.firstEpochDay() && row.day() <= entries.lastEpochDay());
                    moments[next[row.ordinal()]++] = (row.at() << STEP_BITS) | (mayEnter ? steps : steps | NO_ENTRY);
                }
            });
            for (int ordinal = 0; ordinal < activity.members(); ordinal++) {
                Arrays.sort(moments, starts[ordinal], starts[ordinal + 1]);
            }
            return new Moments(starts, moments);
        }

        int from(int ordinal) {
            return starts[ordinal];
        }

        int to(int ordinal) {
            return starts[ordinal + 1];
        }

        long at(int index) {
            return moments[index] >> STEP_BITS;
        }

        int steps(int index) {
            return (int) (moments[index] & STEPS);
        }
    }

    /** Goes through the funnel with one member after another. */
    private static final class Walk {
        private final Funnel funnel;
        private final List<RoaringBitmap> reached;
        private final List<LongStream.Builder> waits;

        Walk(Funnel funnel, int steps) {
            this.funnel = funnel;
            this.reached = IntStream.range(0, steps)
                    .mapToObj(step -> new RoaringBitmap())
                    .toList();
            this.waits = IntStream.range(1, steps)
                    .mapToObj(step -> LongStream.builder())
                    .toList();
        }

        void member(int ordinal, Moments moments) {
            int step = 0;
            long entered = 0;
            long before = 0;
            int index = moments.from(ordinal);
            while (index < moments.to(ordinal) && step < reached.size()) {
                long at = moments.at(index);
                if (step > 0 && !funnel.isWithin(entered, at)) {
                    return;
                }
                int now = 0;
                boolean mayEnter = false;
                for (; index < moments.to(ordinal) && moments.at(index) == at; index++) {
                    int steps = moments.steps(index);
                    now |= steps;
                    mayEnter |= (steps & 1) != 0 && (steps & Moments.NO_ENTRY) == 0;
                }
                // What happened at the same time may be taken in any order.
                while (step < reached.size() && (now & (1 << step)) != 0 && (step > 0 || mayEnter)) {
                    reached.get(step).add(ordinal);
                    if (step == 0) {
                        entered = at;
                    } else {
                        waits.get(step - 1).add(at - before);
                    }
                    before = at;
                    step++;
                }
            }
        }

        Passage passage() {
            List<long[]> took = new ArrayList<>();
            waits.forEach(each -> took.add(each.build().toArray()));
            return new Passage(reached, took);
        }
    }
}
