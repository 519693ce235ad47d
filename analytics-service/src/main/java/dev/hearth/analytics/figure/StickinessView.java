package dev.hearth.analytics.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.activity.DailyStickiness;
import dev.hearth.analytics.activity.MonthlyStickiness;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many of a window's members a day has. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record StickinessView(
        @Schema(
                required = true,
                description = "the day or month",
                examples = {"2026-03-14", "2026-03"})
        String period,

        @Schema(required = true, description = "the first day of the window: of the 30 days, or of the month")
        LocalDate start,

        @Schema(required = true, description = "the last day of the window")
        LocalDate end,

        @Schema(
                required = true,
                nullable = true,
                description = "members active on the day; for a month the mean over the days observed, 6 decimals, null"
                        + " if none was")
        @Nullable
        BigDecimal dailyActive,

        @Schema(required = true, description = "distinct members active in the window")
        long activeMembers,

        @Schema(
                required = true,
                description =
                        "over how many days `dailyActive` is taken: 1, or the days of the month from `dataFrom` to"
                                + " `dataTo`")
        int daysObserved,

        @Schema(
                required = true,
                nullable = true,
                description = "dailyActive / activeMembers, 6 decimals (ties to even, from the unrounded mean); null if"
                        + " nobody was active")
        @Nullable
        BigDecimal stickiness,

        @Schema(
                required = true,
                description = "false if the window goes beyond the community's days with data and so was cut there")
        boolean windowComplete) {
    static StickinessView of(DailyStickiness counted) {
        return new StickinessView(
                counted.day().toString(),
                counted.day().minusDays(29),
                counted.day(),
                BigDecimal.valueOf(counted.dailyActive()),
                counted.activeIn30Days(),
                1,
                counted.stickiness(),
                counted.windowComplete());
    }

    static StickinessView of(MonthlyStickiness counted) {
        return new StickinessView(
                counted.month().name(),
                counted.month().days().first(),
                counted.month().days().last(),
                counted.meanDailyActive(),
                counted.activeMembers(),
                counted.daysObserved(),
                counted.stickiness(),
                counted.windowComplete());
    }
}
