package dev.hearth.analytics.rebuild;

import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.analytics.segment.PartitionJournal;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * A partition that is built beside the one that is served.
 *
 * @param partition its number
 * @param activity what was read
 * @param journal keeps it in the store; null where it is only compared
 */
record Shadow(
        int partition, PartitionActivity activity, @Nullable PartitionJournal journal) {
    static Shadow inMemory(int partition) {
        return new Shadow(partition, new PartitionActivity(), null);
    }

    static Shadow kept(PartitionJournal journal) {
        return new Shadow(journal.partition(), journal.activity(), journal);
    }

    /** Writes what was added, if that is more than {@code most} offsets. */
    Uni<Void> flushBeyond(long most) {
        return journal == null || journal.unflushed() <= most ? Uni.createFrom().voidItem() : journal.flush();
    }
}
