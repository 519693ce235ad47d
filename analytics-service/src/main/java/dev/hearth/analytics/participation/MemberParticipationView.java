package dev.hearth.analytics.participation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.activity.Ratio;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one member did in a period. Shares have 6 decimals, ties to even. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record MemberParticipationView(
        @Schema(
                required = true,
                description = "the day, week or month",
                examples = {"2026-03-14", "2026-W11", "2026-03"})
        String period,

        @Schema(required = true, description = "its first day")
        LocalDate start,

        @Schema(required = true, description = "its last day")
        LocalDate end,

        @Schema(required = true, description = "how often the member acted")
        long acts,

        @Schema(required = true, description = "on how many days")
        int activeDays,

        @Schema(required = true, description = "activeDays / days of the period")
        BigDecimal participation,

        @Schema(
                required = true,
                nullable = true,
                description = "interaction rate: acts / activeDays; null if there is none")
        @Nullable
        BigDecimal actsPerActiveDay,

        @Schema(required = true, description = "acts with a target: done to somebody or something")
        long targetedActs,

        @Schema(required = true, nullable = true, description = "targetedActs / acts; null if there is none") @Nullable
        BigDecimal targetedShare) {
    static MemberParticipationView of(MemberParticipation did) {
        var days = did.window().days();
        BigDecimal participation = Ratio.of(did.activeDays(), days.daysShared(days));
        return new MemberParticipationView(
                did.window().name(),
                days.first(),
                days.last(),
                did.acts(),
                did.activeDays(),
                participation == null ? BigDecimal.ZERO : participation,
                Ratio.of(did.acts(), did.activeDays()),
                did.targeted(),
                Ratio.of(did.targeted(), did.acts()));
    }
}
