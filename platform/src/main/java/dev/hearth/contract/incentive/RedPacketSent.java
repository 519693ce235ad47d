package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A red packet (红包) was sent: its points are set aside.
 *
 * @param packet the red packet's id, unique in the community
 * @param senderId the member who sent it; absent where the community did
 * @param group only whose members may claim, if so
 * @param currency the points' currency
 * @param total points in it, at least as many as shares
 * @param shares into how many it is split, 1 or more
 * @param split how it is split
 * @param commitment SHA-256 of the seed that split it, in hexadecimal
 * @param expiresAt until when shares are claimed; what is left goes back
 */
@Contract(type = "dev.hearth.incentive.red-packet-sent.v1", topic = "hearth.incentive")
public record RedPacketSent(
        String packet,
        @Nullable String senderId,
        @Nullable String group,
        String currency,
        long total,
        int shares,
        RedPacketSplit split,
        String commitment,
        Instant expiresAt) {}
