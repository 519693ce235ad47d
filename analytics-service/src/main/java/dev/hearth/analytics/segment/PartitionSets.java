package dev.hearth.analytics.segment;

import dev.hearth.analytics.activity.PartitionActivity;

/** The sets of a partition, as far as this instance has them. */
public sealed interface PartitionSets permits PartitionJournal, PartitionFollower {
    /** The acts, and how far it is. */
    PartitionActivity activity();
}
