package dev.hearth.analytics.funnel;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.activity.Ratio;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A step of a funnel. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record FunnelStepView(
        @Schema(required = true, description = "its kinds, any of which will do")
        List<String> kinds,

        @Schema(required = true, description = "members who reached it")
        long members,

        @Schema(
                required = true,
                nullable = true,
                description = "members / those of the step before, 6 decimals, ties to even; 1 for the first step, null"
                        + " if nobody reached the one before")
        @Nullable
        BigDecimal fromStepBefore,

        @Schema(
                required = true,
                nullable = true,
                description = "members / those who entered, 6 decimals, ties to even; null if nobody entered")
        @Nullable
        BigDecimal fromEntry,

        @Schema(
                required = true,
                nullable = true,
                description = "half of those who reached it took no longer than this from the step before, in"
                        + " milliseconds; null for the first step, and if nobody reached it")
        @Nullable
        Long medianMillis) {
    static List<FunnelStepView> of(Funnel funnel, FunnelFigure figure) {
        List<FunnelStepView> steps = new ArrayList<>();
        for (int step = 0; step < funnel.steps().size(); step++) {
            long members = figure.reached().get(step);
            steps.add(new FunnelStepView(
                    funnel.steps().get(step).stream().sorted().toList(),
                    members,
                    Ratio.of(members, figure.reached().get(Math.max(0, step - 1))),
                    Ratio.of(members, figure.reached().getFirst()),
                    figure.medianWaits().get(step)));
        }
        return steps;
    }
}
