package dev.hearth.analytics.board;

import dev.hearth.analytics.activity.Window;
import dev.hearth.analytics.board.EventCounts.Tally;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many events a period had. */
record EventCountView(
        @Schema(required = true, description = "the day, week or month")
        String period,

        @Schema(required = true, description = "its first day")
        LocalDate start,

        @Schema(required = true, description = "its last day")
        LocalDate end,

        @Schema(required = true, description = "events of all kinds that were asked for")
        long events,

        @Schema(required = true, description = "how many of them have a value")
        long withValue,

        @Schema(required = true, description = "what their values add up to, exact within 64 bits")
        long value,

        @Schema(required = true, description = "by kind, in order of the kinds; those without events are not there")
        List<OfKind> kinds) {
    /** How many events of one kind a period had. */
    record OfKind(
            @Schema(required = true, examples = "message.posted")
            String kind,

            @Schema(required = true, description = "how many")
            long events,

            @Schema(required = true, description = "how many of them have a value")
            long withValue,

            @Schema(required = true, description = "what their values add up to")
            long value) {}

    static EventCountView of(Window window, int index, EventCounts counts) {
        Tally total = counts.total(index);
        return new EventCountView(
                window.name(),
                window.days().first(),
                window.days().last(),
                total.events(),
                total.withValue(),
                total.value(),
                counts.byKind().entrySet().stream()
                        .filter(kind -> kind.getValue().get(index).events() > 0)
                        .map(kind -> ofKind(kind.getKey(), kind.getValue().get(index)))
                        .toList());
    }

    private static OfKind ofKind(String kind, Tally tally) {
        return new OfKind(kind, tally.events(), tally.withValue(), tally.value());
    }
}
