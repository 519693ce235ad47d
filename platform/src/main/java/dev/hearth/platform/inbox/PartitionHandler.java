package dev.hearth.platform.inbox;

import dev.hearth.platform.problem.Outage;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the effects of records go. Calls for one partition never overlap; calls for different partitions do. They come
 * on the consumer's worker threads and must not block for long.
 *
 * @param <E> what a record is decoded to
 */
public interface PartitionHandler<E> {
    /** What a record says. Whatever this throws sends the record to the dead letters. Called on several threads. */
    E decode(ConsumerRecord<String, byte[]> read);

    /**
     * The partition is this replica's from now on, or must be read again: loads whatever is kept of it and answers its
     * stored position, the next offset to apply, 0 if there is none. A failure is retried.
     */
    Uni<Long> open(TopicPartition partition);

    /**
     * Applies the batch's events and moves the stored position from {@link PartitionBatch#from()} to
     * {@link PartitionBatch#to()}, both or neither. Events may be fewer than the offsets between, or none. Fails with
     * {@link StalePositionException} if the stored position is not {@code from}: the partition is then opened again.
     * Any other failure that is no {@linkplain #isOutage outage} is laid to a record of the batch: the batch is halved
     * until that record is alone, which then goes to the dead letters.
     */
    Uni<Void> apply(PartitionBatch<E> batch);

    /** The partition is another replica's now, or will be opened again. A batch that was under way may still end. */
    default void close(TopicPartition partition) {}

    /** Whether a failure passes by itself, so that the same batch is tried again, for ever. */
    default boolean isOutage(Throwable failure) {
        return Outage.isOutage(failure);
    }
}
