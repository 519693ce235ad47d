package dev.hearth.analytics.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.projection.AsOf;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Figures, and what they are about.
 *
 * @param dataFrom the first day on which anybody acted in the community, whatever was asked for
 * @param dataTo the last such day
 * @param items a figure for every period
 * @param baseline the same over other days, if asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FiguresView<T>(
        @Schema(required = true, examples = "acme") String community,

        @Schema(description = "the group asked for; absent for the whole community") @Nullable
        String group,

        @Schema(required = true, description = "the kinds asked for; empty for all")
        List<String> kinds,

        @Schema(required = true, description = "whose acts: by what members are now")
        AskedMembersView members,

        @Schema(required = true) Period period,

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
                description = "the time zone of new events' days: the group's, else the community's. Each event counts"
                        + " for the local day that its own group, else the community, had when it was recorded.",
                examples = "Europe/Berlin")
        String zone,

        @Schema(required = true, description = "how fresh the figures are")
        AsOf asOf,

        @Schema(required = true, description = "a figure for every period from `from` to `to`, in order of time")
        List<T> items,

        @Schema(description = "the same over the days that the window is compared with; absent unless asked for")
        @Nullable
        BaselineView<T> baseline) {

    public static <T> FiguresView<T> of(Asked asked, List<T> items) {
        return new FiguresView<>(
                asked.selection().community(),
                asked.selection().group(),
                asked.selection().kinds().stream().sorted().toList(),
                AskedMembersView.of(asked.members()),
                asked.period(),
                asked.span().map(DaySpan::first).orElse(null),
                asked.span().map(DaySpan::last).orElse(null),
                asked.data().map(DaySpan::first).orElse(null),
                asked.data().map(DaySpan::last).orElse(null),
                asked.zone().getId(),
                asked.fresh().asOf(),
                items,
                null);
    }

    /** The same beside a baseline. */
    public FiguresView<T> with(BaselineView<T> comparison) {
        return new FiguresView<>(
                community, group, kinds, members, period, from, to, dataFrom, dataTo, zone, asOf, items, comparison);
    }
}
