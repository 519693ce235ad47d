package dev.hearth.analytics.cohort;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.figure.Asked;
import dev.hearth.analytics.figure.FigureQuery;
import dev.hearth.analytics.figure.Inquiry;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Of which periods the cohorts are shown: as asked; where no day is named, from the first to the last on which anybody
 * came, even if nobody had acted yet or did since (members may join before and after).
 */
final class CohortRange {
    private CohortRange() {}

    static Optional<DaySpan> of(Asked asked, RetentionQuestion question, FigureQuery query) {
        Optional<DaySpan> came = asked
                .fresh()
                .activity()
                .ask(question.selection().community(), partition -> partition.span(question.entry()))
                .stream()
                .flatMap(Optional::stream)
                .reduce(DaySpan::and);
        if (came.isEmpty() || (query.from != null && query.to != null)) {
            return asked.span();
        }
        return Optional.of(
                        asked.span().map(span -> wider(span, came.get(), query)).orElse(came.get()))
                .map(span -> atMost(span, question, query));
    }

    private static DaySpan wider(DaySpan span, DaySpan came, FigureQuery query) {
        DaySpan both = span.and(came);
        LocalDate first = query.from == null ? both.first() : span.first();
        LocalDate last = query.to == null ? both.last() : span.last();
        return new DaySpan(first.isAfter(last) ? last : first, last);
    }

    /** The latest periods where none was named as the first; what was named is not cut, but refused. */
    private static DaySpan atMost(DaySpan span, RetentionQuestion question, FigureQuery query) {
        LocalDate earliest = question.period().firstOf(Inquiry.MAX_PERIODS, span.last());
        if (!span.first().isBefore(earliest)) {
            return span;
        }
        if (query.from != null) {
            throw Inquiry.tooLong(question.period(), span.last());
        }
        return new DaySpan(earliest, span.last());
    }
}
