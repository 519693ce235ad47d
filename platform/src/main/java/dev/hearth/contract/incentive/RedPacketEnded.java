package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import org.jspecify.annotations.Nullable;

/**
 * A red packet is over: all of it was claimed, or it expired and the rest went back.
 *
 * @param packet the red packet's id
 * @param senderId the member who sent it; absent where the community did
 * @param claimed how many shares were claimed, 0 or more
 * @param refunded points that went back, 0 or more
 * @param seed the seed that split it, in hexadecimal
 */
@Contract(type = "dev.hearth.incentive.red-packet-ended.v1", topic = "hearth.incentive")
public record RedPacketEnded(String packet, @Nullable String senderId, int claimed, long refunded, String seed) {}
