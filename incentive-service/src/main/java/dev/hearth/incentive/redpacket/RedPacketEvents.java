package dev.hearth.incentive.redpacket;

import dev.hearth.contract.incentive.RedPacketClaimed;
import dev.hearth.contract.incentive.RedPacketEnded;
import dev.hearth.contract.incentive.RedPacketSent;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Events;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells of red packets: of a packet as a whole by its community, of a claim by its member. */
@ApplicationScoped
class RedPacketEvents {
    private final Events events;

    RedPacketEvents(Events events) {
        this.events = events;
    }

    CloudEvent sent(RedPacket packet) {
        return ofCommunity(
                packet,
                1,
                new RedPacketSent(
                        packet.id().toString(),
                        packet.sender(),
                        packet.group(),
                        packet.currency().currency(),
                        packet.total(),
                        packet.shares(),
                        packet.split(),
                        packet.seed().commitment(),
                        packet.expiresAt()));
    }

    /** @param version how often the member's points moved, with this claim */
    CloudEvent claimed(RedPacket packet, Claim claim, long version) {
        return events.ofMember(
                packet.community(),
                claim.member(),
                version,
                new RedPacketClaimed(
                        claim.member(),
                        packet.id().toString(),
                        packet.sender(),
                        claim.share(),
                        packet.currency().currency(),
                        claim.points()));
    }

    CloudEvent ended(RedPacket packet, int claimed, long refunded) {
        return ofCommunity(
                packet,
                2,
                new RedPacketEnded(
                        packet.id().toString(),
                        packet.sender(),
                        claimed,
                        refunded,
                        packet.seed().hex()));
    }

    private CloudEvent ofCommunity(RedPacket packet, long version, Record payload) {
        return events.of(packet.community(), packet.community(), packet.sender(), version, payload);
    }
}
