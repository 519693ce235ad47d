package dev.hearth.analytics.board;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of boards, as they came, besides those of all figures. */
class BoardQuery {
    @QueryParam("by")
    @Parameter(
            description = "By what members are compared, or what of theirs is spread.",
            schema = @Schema(implementation = Measure.class, defaultValue = "EVENTS"))
    @Nullable
    String by;

    @QueryParam("currency")
    @Parameter(description = "Which points, where members are compared by points.")
    @Nullable
    String currency;

    @QueryParam("window")
    @Parameter(
            description = "Which days count: all (from `from` to `to`, if given), or the day, week or month that has"
                    + " `on`.",
            schema = @Schema(implementation = BoardWindow.class, defaultValue = "ALL"))
    @Nullable
    String window;

    @QueryParam("on")
    @Parameter(
            description = "A day of the window, e.g. `2026-03-14`. Default: today, where the group is, else the"
                    + " community.",
            schema = @Schema(implementation = String.class, format = "date"))
    @Nullable
    String on;

    /** Whether it is another board tomorrow: of the window that has today. */
    boolean isOfToday() {
        return on == null && window != null && !window.equals(BoardWindow.ALL.name());
    }
}
