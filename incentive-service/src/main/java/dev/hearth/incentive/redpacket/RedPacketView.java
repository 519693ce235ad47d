package dev.hearth.incentive.redpacket;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.contract.incentive.RedPacketSplit;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A red packet as callers see it. */
@Schema(name = "RedPacket")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RedPacketView(
        String packet,

        @Schema(description = "absent where the community sent it") @Nullable
        String senderId,

        @Schema(description = "only whose members may claim, if so") @Nullable
        String groupId,

        String currency,
        RedPacketSplit split,
        long total,
        int shares,
        @Nullable String greeting,

        @Schema(description = "OPEN; once its time is over CLAIMED, or EXPIRED where a rest went back")
        Standing.Status status,

        @Schema(description = "shares that nobody has claimed yet")
        int left,

        @Schema(description = "points that went back to where they came from")
        long refunded,

        @Schema(description = "SHA-256 of the seed that divided it")
        String commitment,

        @Schema(description = "revealed when it is over: anybody can divide it again") @Nullable
        String seed,

        Instant sentAt,
        Instant expiresAt,
        @Nullable Instant endedAt) {
    static RedPacketView of(Standing standing) {
        RedPacket packet = standing.packet();
        boolean over = standing.status() != Standing.Status.OPEN;
        return new RedPacketView(
                packet.id().toString(),
                packet.sender(),
                packet.group(),
                packet.currency().currency(),
                packet.split(),
                packet.total(),
                packet.shares(),
                packet.greeting(),
                standing.status(),
                standing.left(),
                standing.refunded(),
                packet.seed().commitment(),
                over ? packet.seed().hex() : null,
                packet.sentAt(),
                packet.expiresAt(),
                standing.endedAt());
    }
}
