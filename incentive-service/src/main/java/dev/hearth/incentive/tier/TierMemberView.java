package dev.hearth.incentive.tier;

import dev.hearth.contract.incentive.TierChangeReason;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member of a tier as callers see it. */
@Schema(name = "TierMember")
record TierMemberView(
        @Schema(examples = "ada") String memberId,
        LocalDate since,
        TierChangeReason reason,

        @Schema(description = "whether an operator pinned it")
        boolean pinned) {
    static TierMemberView of(MemberTier tier) {
        return new TierMemberView(tier.holder().member(), tier.since(), tier.reason(), tier.pin() != null);
    }
}
