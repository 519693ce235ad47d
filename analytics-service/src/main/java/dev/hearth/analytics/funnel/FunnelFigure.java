package dev.hearth.analytics.funnel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many went how far, in all partitions.
 *
 * @param reached members who reached each step
 * @param medianWaits for each step the median time from the one before, in milliseconds (the mean of the two in the
 *     middle, rounded down, where there is no one); null for the first step and where nobody reached it
 */
record FunnelFigure(List<Long> reached, List<@Nullable Long> medianWaits) {
    static FunnelFigure of(int steps, List<Passage> passages) {
        long[] reached = new long[steps];
        for (Passage passage : passages) {
            long[] counts = passage.counts();
            for (int step = 0; step < steps; step++) {
                reached[step] += counts[step];
            }
        }
        List<@Nullable Long> waits = new ArrayList<>();
        waits.add(null);
        for (int step = 1; step < steps; step++) {
            waits.add(median(step - 1, passages));
        }
        return new FunnelFigure(Arrays.stream(reached).boxed().toList(), waits);
    }

    private static @Nullable Long median(int index, List<Passage> passages) {
        long[] all = passages.stream()
                .flatMapToLong(passage -> Arrays.stream(passage.waits().get(index)))
                .sorted()
                .toArray();
        if (all.length == 0) {
            return null;
        }
        long upper = all[all.length / 2];
        return all.length % 2 == 1 ? upper : Math.floorDiv(all[all.length / 2 - 1] + upper, 2);
    }
}
