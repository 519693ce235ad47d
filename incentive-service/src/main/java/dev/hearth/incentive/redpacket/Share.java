package dev.hearth.incentive.redpacket;

import java.util.ArrayList;
import java.util.List;

/**
 * A share of a packet.
 *
 * @param number from 1
 * @param points 1 or more
 * @param before the points of all shares before it
 */
record Share(int number, long points, long before) {
    /** The shares in the row in which they were divided. */
    static List<Share> inRow(List<Long> points) {
        List<Share> shares = new ArrayList<>(points.size());
        long before = 0;
        for (long each : points) {
            shares.add(new Share(shares.size() + 1, each, before));
            before += each;
        }
        return shares;
    }
}
