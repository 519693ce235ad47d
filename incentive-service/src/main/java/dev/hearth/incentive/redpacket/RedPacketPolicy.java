package dev.hearth.incentive.redpacket;

import org.jspecify.annotations.Nullable;

/**
 * What red packets of one currency may be. Without one there are none: limits are never guessed.
 *
 * @param memberSending whether members may send them, not only the community
 * @param maxTotal points in one packet, at most
 * @param maxShares shares of one packet, 1 to 1,000
 * @param packetsPerDay packets that a member may send a local day of the community, 0 or more
 * @param pointsPerDay points that a member may send a day, 0 or more
 * @param claimsPerDay shares that a member may claim a day, 1 or more
 * @param minutesOpen how long shares are claimed, 1 minute to 7 days
 * @param pointsExpireDays when points expire that come from the community, in days from their claim; never if absent
 */
record RedPacketPolicy(
        boolean memberSending,
        long maxTotal,
        int maxShares,
        int packetsPerDay,
        long pointsPerDay,
        int claimsPerDay,
        int minutesOpen,
        @Nullable Integer pointsExpireDays) {
    static final long MAX_POINTS = 1_000_000_000;
    static final int MAX_SHARES = 1_000;
    static final int MAX_TIMES = 10_000;
    static final int MAX_MINUTES = 7 * 24 * 60;
    static final int MAX_DAYS = 3_650;
}
