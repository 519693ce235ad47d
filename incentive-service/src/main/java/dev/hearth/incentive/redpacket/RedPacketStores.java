package dev.hearth.incentive.redpacket;

import jakarta.enterprise.context.ApplicationScoped;

/** The stores of red packets together: every use case needs most of them. */
@ApplicationScoped
class RedPacketStores {
    private final RedPackets packets;
    private final Shares shares;
    private final RedPacketDays days;
    private final RedPacketPolicies policies;

    RedPacketStores(RedPackets packets, Shares shares, RedPacketDays days, RedPacketPolicies policies) {
        this.packets = packets;
        this.shares = shares;
        this.days = days;
        this.policies = policies;
    }

    RedPackets packets() {
        return packets;
    }

    Shares shares() {
        return shares;
    }

    RedPacketDays days() {
        return days;
    }

    RedPacketPolicies policies() {
        return policies;
    }
}
