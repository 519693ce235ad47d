package dev.hearth.analytics.board;

import dev.hearth.analytics.projection.AsOf;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a member stands on a board. */
record RankView(
        @Schema(required = true, examples = "ann") String memberId,

        @Schema(required = true, description = "1 and how many members have more")
        long rank,

        @Schema(required = true, description = "what the member has")
        long score,

        @Schema(required = true, description = "how many members have this score, this one included")
        long tied,

        @Schema(required = true, description = "how many members have a place")
        long members,

        @Schema(required = true, description = "how fresh the board is")
        AsOf asOf) {
    static RankView of(String member, Rank rank, AsOf asOf) {
        return new RankView(member, rank.rank(), rank.score(), rank.tied(), rank.members(), asOf);
    }
}
