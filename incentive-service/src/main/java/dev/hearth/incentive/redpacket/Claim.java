package dev.hearth.incentive.redpacket;

import java.time.Instant;

/**
 * A share that a member claimed.
 *
 * @param share the number of the share
 * @param points in it
 * @param member who claimed
 * @param claimedAt when
 */
record Claim(int share, long points, String member, Instant claimedAt) {}
