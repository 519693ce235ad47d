package dev.hearth.incentive.redpacket;

import static dev.hearth.incentive.redpacket.RedPacketPolicy.MAX_DAYS;
import static dev.hearth.incentive.redpacket.RedPacketPolicy.MAX_MINUTES;
import static dev.hearth.incentive.redpacket.RedPacketPolicy.MAX_POINTS;
import static dev.hearth.incentive.redpacket.RedPacketPolicy.MAX_SHARES;
import static dev.hearth.incentive.redpacket.RedPacketPolicy.MAX_TIMES;

import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.incentive.definition.Wanted;
import dev.hearth.platform.problem.Check;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A red packet policy as the caller wants it, whole. */
@Schema(name = "MakeRedPacketPolicy", examples = """
                {"memberSending": true, "maxTotal": 10000, "maxShares": 100, "packetsPerDay": 5, "pointsPerDay": 20000,
                 "claimsPerDay": 50, "minutesOpen": 1440}""")
record MakeRedPacketPolicy(
        @Schema(required = true, description = "whether members may send packets, not only the community") @Nullable
        Boolean memberSending,

        @Schema(required = true, minimum = "1", maximum = "1000000000", description = "points in one packet, at most")
        @Nullable
        Long maxTotal,

        @Schema(required = true, minimum = "1", maximum = "1000") @Nullable
        Integer maxShares,

        @Schema(required = true, minimum = "0", maximum = "10000", description = "that a member sends a local day")
        @Nullable
        Integer packetsPerDay,

        @Schema(required = true, minimum = "0", maximum = "1000000000", description = "that a member sends a local day")
        @Nullable
        Long pointsPerDay,

        @Schema(required = true, minimum = "1", maximum = "10000", description = "that a member claims a local day")
        @Nullable
        Integer claimsPerDay,

        @Schema(required = true, minimum = "1", maximum = "10080", description = "how long shares are claimed")
        @Nullable
        Integer minutesOpen,

        @Schema(
                minimum = "1",
                maximum = "3650",
                description = "when points from the community expire, in days from the claim; never if absent")
        @Nullable
        Integer pointsExpireDays,

        @Nullable DefinitionStatus status) {
    Wanted<RedPacketPolicy> wanted() {
        return Wanted.of(
                new RedPacketPolicy(
                        Check.present("/memberSending", memberSending),
                        whole("/maxTotal", maxTotal, 1, MAX_POINTS),
                        (int) whole("/maxShares", maxShares, 1, MAX_SHARES),
                        (int) whole("/packetsPerDay", packetsPerDay, 0, MAX_TIMES),
                        whole("/pointsPerDay", pointsPerDay, 0, MAX_POINTS),
                        (int) whole("/claimsPerDay", claimsPerDay, 1, MAX_TIMES),
                        (int) whole("/minutesOpen", minutesOpen, 1, MAX_MINUTES),
                        pointsExpireDays == null
                                ? null
                                : (int) whole("/pointsExpireDays", pointsExpireDays, 1, MAX_DAYS)),
                status);
    }

    private static long whole(String pointer, @Nullable Number value, long min, long max) {
        return Check.range(pointer, Check.present(pointer, value).longValue(), min, max);
    }
}
