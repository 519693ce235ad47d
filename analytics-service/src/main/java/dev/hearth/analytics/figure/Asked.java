package dev.hearth.analytics.figure;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Selection;
import dev.hearth.analytics.projection.Freshness;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A question that can be answered.
 *
 * @param selection which acts
 * @param members whose they are, in the caller's words
 * @param zone whose days new events are counted in
 * @param period over which days members are counted once
 * @param span which periods; empty if none was named and there is no data
 * @param data the community's days with data
 * @param fresh what it is answered from
 */
public record Asked(
        Selection selection,
        AskedMembers members,
        ZoneId zone,
        Period period,
        Optional<DaySpan> span,
        Optional<DaySpan> data,
        Freshness.Fresh fresh) {

    /** The figures of {@code span}, none if there is none. */
    public <T> List<T> figures(Function<DaySpan, List<T>> count) {
        return span.map(count).orElseGet(List::of);
    }
}
