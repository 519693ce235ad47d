package dev.hearth.analytics.projection;

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

    synchronized PartitionSets sets() {
        if (next.position() >= current.position()) {
            current = next;
        }
        return current;
    }

    /** Tells that the topic ended at {@code end} at a time when these sets were served already. */
    synchronized void reached(long end) {
        caughtUp |= sets().position() >= end;
    }

    /** Whether these sets once had all of the topic, so that they are behind by the events of moments only. */
    synchronized boolean hasCaughtUp() {
        return caughtUp;
    }
}
