package dev.hearth.member.community;

import dev.hearth.contract.member.JoinMode;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A community as callers see it. */
@Schema(name = "Community")
record CommunityView(
        @Schema(examples = "acme") String community,
        @Schema(examples = "Acme runners") String name,
        @Schema(examples = "People who run together") String purpose,

        @Schema(description = "IANA time zone of its days", examples = "Europe/Berlin")
        String zone,

        JoinMode joinMode,
        Instant createdAt,
        Instant changedAt,

        @Schema(description = "grows with every change; also the ETag")
        long version)
        implements Versioned {
    static CommunityView of(Community community) {
        Charter charter = community.charter();
        return new CommunityView(
                community.id().value(),
                charter.name(),
                charter.purpose(),
                charter.zone(),
                charter.joinMode(),
                community.createdAt(),
                community.changedAt(),
                community.version());
    }
}
