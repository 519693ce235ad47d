package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import org.jspecify.annotations.Nullable;

/**
 * A member claimed a share of a red packet.
 *
 * @param memberId who claimed
 * @param packet the red packet's id
 * @param senderId who sent it; absent where the community did
 * @param share the number of the share, from 1
 * @param currency the points' currency
 * @param points in the share, 1 or more
 */
@Contract(type = "dev.hearth.incentive.red-packet-claimed.v1", topic = "hearth.incentive")
public record RedPacketClaimed(
        String memberId, String packet, @Nullable String senderId, int share, String currency, long points) {}
