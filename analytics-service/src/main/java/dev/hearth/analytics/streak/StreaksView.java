package dev.hearth.analytics.streak;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.figure.Asked;
import dev.hearth.analytics.figure.AskedMembersView;
import dev.hearth.analytics.projection.AsOf;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The longest runs of days on which members acted. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StreaksView(
        @Schema(required = true, examples = "acme") String community,

        @Schema(description = "the group asked for; absent for the whole community") @Nullable
        String group,

        @Schema(required = true, description = "the kinds asked for; empty for all")
        List<String> kinds,

        @Schema(required = true, description = "whose acts: by what members are now")
        AskedMembersView members,

        @Schema(description = "the first day asked for; absent if there is no data and none was named") @Nullable
        LocalDate from,

        @Schema(description = "the last day asked for") @Nullable
        LocalDate to,

        @Schema(required = true, description = "how fresh the figures are")
        AsOf asOf,

        @Schema(required = true, description = "how many members have a longest run of each length, ascending")
        List<Bar> histogram,

        @Schema(
                required = true,
                description = "the members with the longest runs, longest first; of equal ones shorter ids first, then"
                        + " in the order of their characters")
        List<Item> items) {

    static StreaksView of(Asked asked, Streaks streaks) {
        List<Streak> top = streaks.top();
        return new StreaksView(
                asked.selection().community(),
                asked.selection().group(),
                asked.selection().kinds().stream().sorted().toList(),
                AskedMembersView.of(asked.members()),
                asked.span().map(DaySpan::first).orElse(null),
                asked.span().map(DaySpan::last).orElse(null),
                asked.fresh().asOf(),
                streaks.histogram().entrySet().stream()
                        .map(each -> new Bar(each.getKey(), each.getValue()))
                        .toList(),
                IntStream.range(0, top.size())
                        .mapToObj(i -> Item.of(i + 1, top.get(i)))
                        .toList());
    }

    /** A length. */
    record Bar(
            @Schema(required = true, description = "days in a row")
            int days,

            @Schema(required = true, description = "members whose longest run is so long")
            long members) {}

    /** A member's longest run. */
    record Item(
            @Schema(required = true, description = "the place in the list, from 1")
            int rank,

            @Schema(required = true, examples = "ada") String memberId,

            @Schema(required = true, description = "days in a row")
            int days,

            @Schema(required = true, description = "the first of them; of several runs as long, of the earliest")
            LocalDate start,

            @Schema(required = true, description = "the last of them")
            LocalDate end) {
        static Item of(int rank, Streak streak) {
            return new Item(
                    rank,
                    streak.member(),
                    streak.days(),
                    streak.run().first(),
                    streak.run().last());
        }
    }
}
