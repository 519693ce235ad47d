package dev.hearth.incentive.redpacket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A packet as it stands.
 *
 * @param packet as it was sent
 * @param status {@code OPEN}; {@code CLAIMED} and {@code EXPIRED} once it is over
 * @param left shares that nobody has claimed yet
 * @param claimed points that were claimed, once it is over
 * @param refunded points that went back
 * @param endedAt when it was over
 */
record Standing(
        RedPacket packet,
        Status status,
        int left,
        long claimed,
        long refunded,
        @Nullable Instant endedAt) {
    enum Status {
        OPEN,
        CLAIMED,
        EXPIRED
    }
}
