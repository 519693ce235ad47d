package dev.hearth.incentive.badge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A badge that a member has, as callers see it. */
@Schema(name = "BadgeAward")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AwardView(
        @Schema(examples = "ada") String memberId,
        @Schema(examples = "friends") String badge,

        @Schema(description = "what for: challenge/<id>/<stage>, or operator", examples = "operator")
        String source,

        @Nullable String reason,
        Instant awardedAt,

        @Schema(description = "grows with every award and revocation", examples = "1")
        long version)
        implements Versioned {
    static AwardView of(Award award) {
        return new AwardView(
                award.holder().member(), award.badge(), award.source(), award.reason(), award.at(), award.version());
    }
}
