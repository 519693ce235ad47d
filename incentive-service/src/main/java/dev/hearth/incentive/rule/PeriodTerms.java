package dev.hearth.incentive.rule;

import dev.hearth.incentive.accrual.Span;
import java.time.Instant;
import java.util.List;

/**
 * A named period (春节, 世界杯), as often as it comes.
 *
 * @param name for people
 * @param spans when, apart and in order
 */
record PeriodTerms(String name, List<Stretch> spans) {
    static final int MAX_NAME = 100;
    static final int MAX_SPANS = 50;

    PeriodTerms {
        spans = List.copyOf(spans);
    }

    /**
     * Once.
     *
     * @param from the first instant
     * @param until the first instant after it
     */
    record Stretch(Instant from, Instant until) {
        Span span() {
            return new Span(from, until);
        }
    }
}
