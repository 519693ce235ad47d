package dev.hearth.analytics.figure;

import dev.hearth.analytics.activity.ActiveMembers;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many members acted in a period. */
record ActiveMembersView(
        @Schema(
                required = true,
                description = "the day (of rolling days, the last one), week or month",
                examples = {"2026-03-14", "2026-W11", "2026-03"})
        String period,

        @Schema(required = true, description = "the first day counted")
        LocalDate start,

        @Schema(required = true, description = "the last day counted")
        LocalDate end,

        @Schema(required = true, description = "distinct members that acted on at least one of the days")
        long activeMembers,

        @Schema(
                required = true,
                description = "false if the period goes beyond the community's days with data (`dataFrom` to `dataTo`)"
                        + " and so was cut there")
        boolean windowComplete) {
    static ActiveMembersView of(ActiveMembers counted) {
        return new ActiveMembersView(
                counted.window().name(),
                counted.window().days().first(),
                counted.window().days().last(),
                counted.members(),
                counted.windowComplete());
    }
}
