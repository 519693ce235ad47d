package dev.hearth.analytics.segment;

import dev.hearth.analytics.activity.PartitionActivity;

/** The sets of a partition, as far as this instance has them. */
public sealed interface PartitionSets permits PartitionJournal, PartitionFollower {
    /** All acts before {@link #position}, and perhaps some after it. */
    PartitionActivity activity();

    /** The offset up to which acts were added. */
    long position();
}
