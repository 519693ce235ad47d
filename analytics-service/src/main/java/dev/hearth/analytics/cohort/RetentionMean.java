package dev.hearth.analytics.cohort;

import dev.hearth.analytics.activity.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is left of cohorts in general. Empty cohorts, and periods that are not over, are not counted: they would drag it
 * down.
 *
 * @param k periods after the cohort's own
 * @param cohorts over how many cohorts: those with members, whose period {@code k} is over
 * @param mean the arithmetic mean of their rates, each cohort weighing the same, 6 decimals; null if there is none
 * @param pooled their retained members by all their members, each member weighing the same, 6 decimals; null if there
 *     is none
 */
public record RetentionMean(
        int k,
        int cohorts,
        @Nullable BigDecimal mean,
        @Nullable BigDecimal pooled) {
    /** Far more digits than are shown, so that what is shown is rounded once. */
    private static final MathContext EXACT = new MathContext(60, RoundingMode.HALF_EVEN);

    private static final int SUM_DECIMALS = 40;
    private static final int DECIMALS = 6;

    /** For each number of periods that the figures have. */
    static List<RetentionMean> of(List<RetentionFigure> figures, int periods) {
        return IntStream.rangeClosed(0, periods)
                .mapToObj(k -> after(k, figures))
                .toList();
    }

    private static RetentionMean after(int k, List<RetentionFigure> figures) {
        int cohorts = 0;
        long members = 0;
        long retained = 0;
        BigDecimal rates = BigDecimal.ZERO;
        for (RetentionFigure figure : figures) {
            if (figure.size() == 0 || k >= figure.complete()) {
                continue;
            }
            long active = Objects.requireNonNull(figure.active().get(k));
            cohorts++;
            members += figure.size();
            retained += active;
            rates = rates.add(BigDecimal.valueOf(active).divide(BigDecimal.valueOf(figure.size()), EXACT));
        }
        return new RetentionMean(k, cohorts, mean(rates, cohorts), Ratio.of(retained, members));
    }

    private static @Nullable BigDecimal mean(BigDecimal rates, int cohorts) {
        return cohorts == 0
                ? null
                : rates.divide(BigDecimal.valueOf(cohorts), EXACT)
                        .setScale(SUM_DECIMALS, RoundingMode.HALF_EVEN)
                        .setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
