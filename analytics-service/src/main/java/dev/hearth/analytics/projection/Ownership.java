package dev.hearth.analytics.projection;

import dev.hearth.analytics.segment.PartitionJournal;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A partition that this instance owns, as soon as it has been loaded. Its topics share one journal. */
final class Ownership {
    private final Uni<PartitionJournal> opened;
    private final Set<String> topics = new HashSet<>();
    private volatile @Nullable PartitionJournal journal;
    private volatile boolean failed;

    Ownership(Uni<PartitionJournal> open) {
        this.opened = open.invoke(loaded -> journal = loaded)
                .onFailure()
                .invoke(failure -> failed = true)
                .memoize()
                .indefinitely();
    }

    Uni<PartitionJournal> opened() {
        return opened;
    }

    Optional<PartitionJournal> journal() {
        return Optional.ofNullable(journal);
    }

    /** Whether it could not be opened, or the store went another way. */
    boolean isLost() {
        PartitionJournal loaded = journal;
        return failed || (loaded != null && loaded.isLost());
    }

    /** Called one at a time for a partition, as {@link #without}. */
    Ownership with(String topic) {
        topics.add(topic);
        return this;
    }

    /** Null once no topic is left. */
    @Nullable
    Ownership without(String topic) {
        topics.remove(topic);
        return topics.isEmpty() ? null : this;
    }
}
