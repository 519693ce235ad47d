package dev.hearth.incentive.tier;

import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pinned tier as callers see it. */
@Schema(name = "TierOverride")
record OverrideView(
        @Schema(examples = "ada") String memberId,
        @Schema(examples = "gold") String tier,
        Instant until,
        @Schema(examples = "for ten years with us") String reason,

        @Schema(description = "who pinned it: the token's subject", examples = "local-operator")
        String by,

        Instant at,

        @Schema(description = "of the member's tier: grows with every change of it", examples = "2")
        long version)
        implements Versioned {
    static OverrideView of(MemberTier tier) {
        Pin pin = Objects.requireNonNull(tier.pin());
        return new OverrideView(
                tier.holder().member(), pin.tier(), pin.until(), pin.reason(), pin.by(), pin.at(), tier.version());
    }
}
