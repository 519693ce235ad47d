package dev.hearth.analytics.projection;

import dev.hearth.analytics.activity.Positions;
import dev.hearth.analytics.segment.PartitionSets;

/**
 * The sets of one partition that figures are read from: the furthest that this instance has. Sets that are being
 * rebuilt, because the store fell back or the partition changed hands, are read only when they are as far as those
 * before them.
 */
final class ServedPartition {
    private PartitionSets current;
    private PartitionSets next;
    private boolean caughtUp;

    ServedPartition(PartitionSets first) {
        this.current = first;
        this.next = first;
    }

    synchronized void replaceBy(PartitionSets sets) {
        PartitionSets before = sets();
        current = before;
        next = sets;
    }

    /** Whether these are the sets served, or next to be. */
    synchronized boolean has(PartitionSets sets) {
        return next == sets;
    }

    synchronized PartitionSets sets() {
        if (next.activity().positions().reach(current.activity().positions())) {
            current = next;
        }
        return current;
    }

    /** Tells that the topics ended at {@code ends} at a time when these sets were served already. */
    synchronized void reached(Positions ends) {
        caughtUp |= sets().activity().positions().reach(ends);
    }

    /** Whether these sets once had all of the topics, so that they are behind by the events of moments only. */
    synchronized boolean hasCaughtUp() {
        return caughtUp;
    }
}
