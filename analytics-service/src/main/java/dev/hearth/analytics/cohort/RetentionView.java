package dev.hearth.analytics.cohort;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.figure.Asked;
import dev.hearth.analytics.figure.AskedMembersView;
import dev.hearth.analytics.projection.AsOf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Cohorts and what is left of them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RetentionView(
        @Schema(required = true, examples = "acme") String community,

        @Schema(description = "the group asked for; absent for the whole community") @Nullable
        String group,

        @Schema(required = true, description = "the kinds of act that retain a member; empty for all")
        List<String> kinds,

        @Schema(required = true, description = "whose acts: by what members are now")
        AskedMembersView members,

        @Schema(
                required = true,
                description = "the kinds whose first act makes a member one of a cohort; empty if it is the first of"
                        + " those that retain one")
        List<String> cohortKinds,

        @Schema(required = true, description = "where that first act was")
        CohortPlace cohortPlace,

        @Schema(required = true) Period period,

        @Schema(required = true, description = "how many periods after the cohort's own", examples = "12")
        int periods,

        @Schema(required = true) RetentionMode mode,

        @Schema(description = "the first day asked for; absent if there is no data and none was named") @Nullable
        LocalDate from,

        @Schema(description = "the last day asked for") @Nullable
        LocalDate to,

        @Schema(description = "the community's first day with data; absent if there is none") @Nullable
        LocalDate dataFrom,

        @Schema(description = "the community's last day with data") @Nullable
        LocalDate dataTo,

        @Schema(
                required = true,
                description = "the time zone of new events' days: the group's, else the community's",
                examples = "Europe/Berlin")
        String zone,

        @Schema(required = true, description = "how fresh the figures are")
        AsOf asOf,

        @Schema(required = true, description = "for each number of periods, what is left of the cohorts in general")
        List<Mean> means,

        @Schema(
                required = true,
                description = "the cohort of every period from `from` to `to`, empty ones included, in order of time")
        List<Cohort> items) {

    static RetentionView of(
            Asked asked, @Nullable DaySpan span, RetentionQuery query, int periods, List<RetentionFigure> figures) {
        return new RetentionView(
                asked.selection().community(),
                asked.selection().group(),
                asked.selection().kinds().stream().sorted().toList(),
                AskedMembersView.of(asked.members()),
                query.kinds(),
                query.place(),
                asked.period(),
                periods,
                query.mode(),
                span == null ? null : span.first(),
                span == null ? null : span.last(),
                asked.data().map(DaySpan::first).orElse(null),
                asked.data().map(DaySpan::last).orElse(null),
                asked.zone().getId(),
                asked.fresh().asOf(),
                RetentionMean.of(figures, periods).stream().map(Mean::of).toList(),
                figures.stream().map(Cohort::of).toList());
    }

    /** A cohort and what is left of it. */
    record Cohort(
            @Schema(
                    required = true,
                    description = "the day, week or month in which its members came",
                    examples = {"2026-03-14", "2026-W11", "2026-03"})
            String period,

            @Schema(required = true, description = "its first day")
            LocalDate start,

            @Schema(required = true, description = "its last day")
            LocalDate end,

            @Schema(required = true, description = "members")
            long size,

            @Schema(required = true, description = "what is left of it after 0, 1, 2 … periods")
            List<Rest> retained,

            @Schema(
                    required = true,
                    description = "how many of the periods, from the cohort's own on, were over on the last day with"
                            + " data: later figures still grow")
            int periodsOver) {
        static Cohort of(RetentionFigure figure) {
            return new Cohort(
                    figure.cohort().name(),
                    figure.cohort().days().first(),
                    figure.cohort().days().last(),
                    figure.size(),
                    IntStream.range(0, figure.active().size())
                            .mapToObj(k -> new Rest(k, figure.active().get(k), figure.rate(k)))
                            .toList(),
                    figure.complete());
        }
    }

    /** What is left of a cohort. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Rest(
            @Schema(required = true, description = "periods after the cohort's own")
            int k,

            @Schema(
                    required = true,
                    nullable = true,
                    description =
                            "how many of its members are retained; null where the period begins after the last day"
                                    + " with data")
            @Nullable
            Long active,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "active / size, 6 decimals (ties to even); null where `active` is, and for an empty"
                            + " cohort")
            @Nullable
            BigDecimal rate) {}

    /** What is left of the cohorts in general. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Mean(
            @Schema(required = true, description = "periods after the cohort's own")
            int k,

            @Schema(
                    required = true,
                    description = "over how many cohorts: those with members, whose period k was over on the last day"
                            + " with data")
            int cohorts,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "the mean of their rates, each cohort weighing the same, 6 decimals (ties to even);"
                            + " null if there is none")
            @Nullable
            BigDecimal mean,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "their retained members / all their members, 6 decimals (ties to even); null if there"
                            + " is none")
            @Nullable
            BigDecimal pooled) {
        static Mean of(RetentionMean mean) {
            return new Mean(mean.k(), mean.cohorts(), mean.mean(), mean.pooled());
        }
    }
}
