package dev.hearth.analytics.cohort;

import dev.hearth.analytics.activity.DaySpan;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many members stand where in a period. */
record LifecycleView(
        @Schema(
                required = true,
                description = "the day, week or month",
                examples = {"2026-03-14", "2026-W11", "2026-03"})
        String period,

        @Schema(required = true, description = "its first day")
        LocalDate start,

        @Schema(required = true, description = "its last day")
        LocalDate end,

        @Schema(required = true, description = "acted in the period; newMembers + returning + resurrected")
        long active,

        @Schema(required = true, description = "acted in it for the first time ever (by what was asked for)")
        long newMembers,

        @Schema(required = true, description = "acted in it and in the period before")
        long returning,

        @Schema(required = true, description = "acted in it, not in the period before, but earlier")
        long resurrected,

        @Schema(required = true, description = "acted in the period before, not in it")
        long newlyDormant,

        @Schema(required = true, description = "acted earlier, not in it")
        long dormantTotal,

        @Schema(required = true, description = "acted in it or earlier; active + dormantTotal")
        long knownTotal,

        @Schema(
                required = true,
                description = "false if the period goes beyond the community's days with data (`dataFrom` to `dataTo`):"
                        + " who was not active so far may still be")
        boolean windowComplete) {
    static LifecycleView of(LifecycleFigure figure, Optional<DaySpan> data) {
        DaySpan days = figure.window().days();
        return new LifecycleView(
                figure.window().name(),
                days.first(),
                days.last(),
                figure.of(LifecycleState.ACTIVE),
                figure.of(LifecycleState.NEW),
                figure.of(LifecycleState.RETURNING),
                figure.of(LifecycleState.RESURRECTED),
                figure.of(LifecycleState.NEWLY_DORMANT),
                figure.of(LifecycleState.DORMANT),
                figure.of(LifecycleState.KNOWN),
                data.filter(with -> with.covers(days)).isPresent());
    }
}
