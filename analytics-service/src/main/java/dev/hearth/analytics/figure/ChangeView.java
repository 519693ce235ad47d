package dev.hearth.analytics.figure;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A number beside the baseline's. */
public record ChangeView(
        @Schema(required = true, description = "the field of the items: `activeMembers`, or `outer.inner`")
        String field,

        @Schema(required = true, description = "the window's")
        BigDecimal value,

        @Schema(required = true, description = "the baseline's")
        BigDecimal baseline,

        @Schema(required = true, description = "value - baseline")
        BigDecimal difference,

        @Schema(description = "value / baseline, 6 decimals, ties to even; null if the baseline is 0", nullable = true)
        @Nullable
        BigDecimal ratio) {}
