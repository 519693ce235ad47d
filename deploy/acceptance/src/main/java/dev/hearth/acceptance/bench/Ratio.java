package dev.hearth.acceptance.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two rates that were measured in turns, one through the other. */
final class Ratio {
    private Ratio() {}

    /** Median by median; the spread is that of the ratios of neighbours in time. */
    static Statistic of(List<Double> part, List<Double> whole) {
        List<Double> ratios = new ArrayList<>();
        for (int turn = 0; turn < part.size(); turn++) {
            ratios.add(part.get(turn) / whole.get(turn));
        }
        Statistic spread = Statistic.of(ratios);
        return new Statistic(
                Statistic.of(part).median() / Statistic.of(whole).median(), spread.lowest(), spread.highest());
    }

    static String text(String format, Statistic statistic) {
        return String.format(
                Locale.ROOT,
                format + " (" + format + "-" + format + ")",
                statistic.median(),
                statistic.lowest(),
                statistic.highest());
    }
}
