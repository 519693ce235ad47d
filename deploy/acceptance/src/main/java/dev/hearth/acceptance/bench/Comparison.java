package dev.hearth.acceptance.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * The ingest and the bare server under the same load, measured in turns.
 *
 * @param figure which figure of the quality plan
 * @param load what was put on both
 * @param must the ratio that must be reached
 * @param want the ratio that is aimed at
 * @param ingest what the ingest took
 * @param bare what the bare server took
 */
record Comparison(
        String figure, String load, double must, double want, List<LoadResult> ingest, List<LoadResult> bare) {
    Statistic ingestRate() {
        return rates(ingest);
    }

    Statistic bareRate() {
        return rates(bare);
    }

    /** Median by median; the spread is that of the ratios of neighbours in time. */
    Statistic ratio() {
        List<Double> ratios = new ArrayList<>();
        for (int turn = 0; turn < ingest.size(); turn++) {
            ratios.add(ingest.get(turn).rate() / bare.get(turn).rate());
        }
        Statistic spread = Statistic.of(ratios);
        return new Statistic(ingestRate().median() / bareRate().median(), spread.lowest(), spread.highest());
    }

    private static Statistic rates(List<LoadResult> results) {
        return Statistic.of(results.stream().map(LoadResult::rate).toList());
    }
}
