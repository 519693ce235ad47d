package dev.hearth.analytics.participation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Ratio;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many take part in a period, and how much those do. Shares have 6 decimals, ties to even. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ParticipationView(
        @Schema(
                required = true,
                description = "the day, week or month",
                examples = {"2026-03-14", "2026-W11", "2026-03"})
        String period,

        @Schema(required = true, description = "its first day")
        LocalDate start,

        @Schema(required = true, description = "its last day")
        LocalDate end,

        @Schema(required = true, description = "who acted in it, whether or not they belong to the community or group")
        long active,

        @Schema(
                required = true,
                description = "who belong to the community, or to the group asked for, at its end, by the joins and"
                        + " leaves that were recorded")
        long members,

        @Schema(required = true, description = "those of the members who acted in it")
        long activeMembers,

        @Schema(required = true, nullable = true, description = "activeMembers / members; null if there are no members")
        @Nullable
        BigDecimal participation,

        @Schema(required = true, description = "who acted in it or earlier")
        long knownTotal,

        @Schema(required = true, nullable = true, description = "active / knownTotal; null if nobody ever acted")
        @Nullable
        BigDecimal participationOfKnown,

        @Schema(required = true, description = "acts in it") long acts,

        @Schema(required = true, nullable = true, description = "interaction rate: acts / active; null if nobody acted")
        @Nullable
        BigDecimal actsPerActive,

        @Schema(required = true, description = "acts with a target: done to somebody or something")
        long targetedActs,

        @Schema(required = true, nullable = true, description = "targetedActs / acts; null if nobody acted") @Nullable
        BigDecimal targetedShare,

        @Schema(
                required = true,
                description = "false if the period goes beyond the community's days with data (`dataFrom` to `dataTo`)")
        boolean windowComplete) {
    static ParticipationView of(ParticipationFigure figure, Optional<DaySpan> data) {
        DaySpan days = figure.window().days();
        return new ParticipationView(
                figure.window().name(),
                days.first(),
                days.last(),
                figure.active(),
                figure.members(),
                figure.activeMembers(),
                Ratio.of(figure.activeMembers(), figure.members()),
                figure.known(),
                Ratio.of(figure.active(), figure.known()),
                figure.acts(),
                Ratio.of(figure.acts(), figure.active()),
                figure.targeted(),
                Ratio.of(figure.targeted(), figure.acts()),
                data.filter(with -> with.covers(days)).isPresent());
    }
}
