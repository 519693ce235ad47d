package dev.hearth.incentive.compensation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether a compensation paid back. */
@Schema(name = "CompensationReport")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CompensationReportView(
        @Schema(examples = "outage-0302") String compensation,
        String incident,
        Compensation.Metric metric,

        @Schema(description = "the expected difference of means")
        double expected,

        int horizonDays,

        @Schema(description = "PAID_BACK and NOT_PAID_BACK where chance is ruled out at 95 %")
        Verdict verdict,

        @Schema(description = "points paid") long points,

        @Schema(description = "members whose horizon is not over")
        long running,

        Side treated,
        Side heldOut,

        @Schema(description = "the difference over the horizon; absent with fewer than ten members a side") @Nullable
        Interval effect,

        @Schema(
                description = "the difference of what changed against as many days before the grant; absent where those"
                        + " were not observed for all")
        @Nullable
        Interval change) {
    /** One side of the comparison. */
    @Schema(name = "CompensationSide")
    record Side(
            @Schema(description = "members whose horizon is over")
            long members,

            @Schema(description = "mean of their figures") double mean) {}

    /** A difference of means with its 95 % confidence interval (Welch). */
    @Schema(name = "ConfidenceInterval")
    record Interval(double difference, double low, double high) {
        static @Nullable Interval of(@Nullable Effect effect) {
            return effect == null ? null : new Interval(effect.difference(), effect.low(), effect.high());
        }
    }
}
