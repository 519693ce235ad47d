package dev.hearth.analytics.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.projection.AsOf;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The first places of a board. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LeaderboardView(
        @Schema(required = true, examples = "acme") String community,

        @Schema(description = "the group asked for; absent for the whole community") @Nullable
        String group,

        @Schema(required = true, description = "the kinds asked for; empty for all")
        List<String> kinds,

        @Schema(required = true, description = "what members are compared by")
        Measure by,

        @Schema(description = "the points' currency, where it is by points") @Nullable
        String currency,

        @Schema(description = "the first day that counts; absent for no limit") @Nullable
        LocalDate from,

        @Schema(description = "the last day that counts; absent for no limit") @Nullable
        LocalDate to,

        @Schema(required = true, description = "whose days they are", examples = "Europe/Berlin")
        String zone,

        @Schema(required = true, description = "how fresh the board is")
        AsOf asOf,

        @Schema(required = true, description = "how many members have a place: who did anything of what counts")
        long members,

        @Schema(
                required = true,
                description = "the first places; in a tie, the shorter id is listed first, then by code points")
        List<Place> items,

        @Schema(description = "where the list ends; absent if nobody has a place") @Nullable
        CutOff cutOff) {
    /** A place. */
    record Place(
            @Schema(required = true, description = "1 and how many have more: members with equal scores share a rank")
            long rank,

            @Schema(required = true) String memberId,
            @Schema(required = true) long score) {}

    /** Where a list ends. */
    record CutOff(
            @Schema(required = true, description = "the score of the last place listed")
            long score,

            @Schema(required = true, description = "how many members have it")
            long members,

            @Schema(required = true, description = "how many of them are listed; if less, the last place is shared")
            long listed) {}

    static LeaderboardView of(AskedBoard asked, @Nullable String currency, Leaderboard board) {
        return new LeaderboardView(
                asked.spec().community(),
                asked.spec().group(),
                asked.spec().kinds().stream().sorted().toList(),
                asked.measure(),
                currency,
                asked.firstDay(),
                asked.lastDay(),
                asked.asked().zone().getId(),
                asked.asked().fresh().asOf(),
                board.members(),
                board.places().stream()
                        .map(place -> new Place(place.rank(), place.member(), place.score()))
                        .toList(),
                board.cutOff()
                        .map(end -> new CutOff(end.score(), end.members(), end.listed()))
                        .orElse(null));
    }
}
