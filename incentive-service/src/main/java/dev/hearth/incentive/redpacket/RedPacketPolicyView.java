package dev.hearth.incentive.redpacket;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A red packet policy as callers see it. */
@Schema(name = "RedPacketPolicy")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RedPacketPolicyView(
        @Schema(examples = "points") String currency,
        boolean memberSending,
        long maxTotal,
        int maxShares,
        int packetsPerDay,
        long pointsPerDay,
        int claimsPerDay,
        int minutesOpen,
        @Nullable Integer pointsExpireDays,
        DefinitionStatus status,

        @Schema(description = "grows by one with every change", examples = "1")
        long version,

        Instant changedAt,
        String changedBy)
        implements Versioned {
    static RedPacketPolicyView of(Defined<RedPacketPolicy> defined) {
        RedPacketPolicy terms = defined.terms();
        return new RedPacketPolicyView(
                defined.id(),
                terms.memberSending(),
                terms.maxTotal(),
                terms.maxShares(),
                terms.packetsPerDay(),
                terms.pointsPerDay(),
                terms.claimsPerDay(),
                terms.minutesOpen(),
                terms.pointsExpireDays(),
                defined.status(),
                defined.version(),
                defined.changedAt(),
                defined.changedBy());
    }
}
