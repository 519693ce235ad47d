package dev.hearth.analytics.influence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.projection.AsOf;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Members by gravity. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InfluencesView(
        @Schema(required = true, description = "how fresh it is")
        AsOf asOf,

        @Schema(
                required = true,
                description = "how much reach a candidate has at least: the 95th percentile, 5 or more")
        int candidateReach,

        @Schema(required = true, description = "how much love a candidate has at least: the 75th percentile")
        BigDecimal candidateLove,

        @Schema(required = true, description = "how many members the whole list has")
        long total,

        @Schema(required = true, description = "the greatest gravity first, then love, then by id")
        List<Item> items,

        @Schema(description = "the cursor of the next page; absent on the last one") @Nullable
        String next) {
    /** A member. */
    record Item(
            @Schema(required = true, examples = "ada") String memberId,

            @Schema(
                    required = true,
                    description = "what the member did: weights of its acts, halved with every 28 days of age")
            BigDecimal love,

            @Schema(required = true, description = "how many other members responded to what it made")
            int reach,

            @Schema(required = true, description = "love × reach")
            BigDecimal gravity,

            @Schema(
                    required = true,
                    description = "whether it may be an opinion leader: reach and love are as great as a candidate's")
            boolean candidate,

            @Schema(
                    required = true,
                    description = "what speaks for it: HEARD for enough reach, ENGAGED for enough love")
            List<InfluenceReason> reasons) {
        static Item of(MemberInfluence member, Candidates candidates) {
            return new Item(
                    member.member(),
                    rounded(member.love()),
                    member.reach(),
                    rounded(member.gravity()),
                    candidates.has(member),
                    candidates.reasons(member));
        }
    }

    static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN);
    }
}
