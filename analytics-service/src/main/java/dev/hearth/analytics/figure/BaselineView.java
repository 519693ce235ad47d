package dev.hearth.analytics.figure;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The same figures over the days that a window is compared with. */
public record BaselineView<T>(
        @Schema(required = true, description = "the first day of the baseline")
        LocalDate from,

        @Schema(required = true, description = "the last day of the baseline")
        LocalDate to,

        @Schema(required = true, description = "the baseline's figures, in order of time")
        List<T> items,

        @Schema(
                required = true,
                description = "for the first item of both, the second of both, and so on as long as both have one: what"
                        + " became of each number")
        List<List<ChangeView>> changes) {}
