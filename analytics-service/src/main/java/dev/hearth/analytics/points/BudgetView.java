package dev.hearth.analytics.points;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A campaign's budget of one currency. */
@Schema(name = "PointsBudget")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BudgetView(
        @Schema(required = true, examples = "spring") String campaign,

        @Schema(required = true, description = "for people", examples = "Spring")
        String name,

        @Schema(required = true, description = "of the campaign: DRAFT, ACTIVE or RETIRED", examples = "ACTIVE")
        String status,

        @Schema(required = true, description = "the first instant whose deeds it pays")
        Instant opensAt,

        @Schema(description = "the first instant whose deeds it pays no more; absent: no end") @Nullable
        Instant endsAt,

        @Schema(
                required = true,
                description = "shares in percent that are told when they are drawn; growing",
                examples = "[80, 100]")
        List<Integer> alertPercents,

        @Schema(required = true) StandView budget) {
    BudgetView {
        requireNonNull(campaign);
        requireNonNull(name);
        requireNonNull(status);
        requireNonNull(opensAt);
        alertPercents = List.copyOf(alertPercents);
        requireNonNull(budget);
    }

    /** Where it stands. */
    @Schema(name = "PointsBudgetStand")
    record StandView(
            @Schema(required = true, examples = "points") String currency,

            @Schema(required = true, description = "all that was put in", examples = "1000")
            long funded,

            @Schema(required = true, description = "paid out by rules and grants", examples = "400")
            long drawn,

            @Schema(required = true, description = "neither drawn nor given back", examples = "600")
            long left,

            @Schema(
                    required = true,
                    description = "the part of what is left that lies in slices of partitions",
                    examples = "64")
            long reserved,

            @Schema(required = true, description = "given back at the closing", examples = "0")
            long returned,

            @Schema(required = true, description = "how often it paid", examples = "20")
            long awards) {
        StandView {
            requireNonNull(currency);
        }
    }
}
