package dev.hearth.incentive.compensation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A member's part in a compensation as callers see it. */
@Schema(name = "MemberCompensation")
@JsonInclude(JsonInclude.Include.NON_NULL)
record GrantView(
        @Schema(examples = "ada") String memberId,

        @Schema(description = "GRANTED, or HELD_OUT: gets nothing, to compare with")
        Outcome outcome,

        @Schema(description = "what the member got") long points,
        Instant grantedAt,

        @Schema(description = "the community's day; the horizon is the days after it")
        LocalDate localDate,

        @Schema(description = "the figure of as many days before, where they were observed, once settled") @Nullable
        Long before,

        @Schema(description = "the figure of the horizon, once settled") @Nullable
        Long after) {
    /** What became of a member. */
    enum Outcome {
        GRANTED,
        HELD_OUT
    }

    static GrantView of(MemberGrant grant) {
        return new GrantView(
                grant.member(),
                grant.heldOut() ? Outcome.HELD_OUT : Outcome.GRANTED,
                grant.points(),
                grant.grantedAt(),
                grant.localDate(),
                grant.before(),
                grant.after());
    }
}
