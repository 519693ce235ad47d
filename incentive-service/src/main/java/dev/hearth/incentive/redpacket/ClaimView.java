package dev.hearth.incentive.redpacket;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A claimed share as callers see it. */
@Schema(name = "RedPacketClaim")
record ClaimView(
        @Schema(description = "the number of the share, from 1", examples = "4")
        int share,

        @Schema(examples = "13") long points,

        @Schema(examples = "ada") String memberId,
        Instant claimedAt) {
    static ClaimView of(Claim claim) {
        return new ClaimView(claim.share(), claim.points(), claim.member(), claim.claimedAt());
    }
}
