package dev.hearth.platform.inbox;

import java.util.List;
import org.apache.kafka.common.TopicPartition;

/**
 * Consecutive records of one partition.
 *
 * @param partition which
 * @param from the position that the store must have: the next offset it would apply
 * @param to the position that it has afterwards
 * @param received in order of offset; may be empty where records were dead-lettered
 */
public record PartitionBatch<E>(TopicPartition partition, long from, long to, List<Received<E>> received) {
    public PartitionBatch {
        if (from < 0 || to < 0) {
            throw new IllegalArgumentException("positions are 0 or more, not " + from + " and " + to);
        }
        received = List.copyOf(received);
    }

    /** What the records say, in order. */
    public List<E> events() {
        return received.stream().map(Received::event).toList();
    }

    int size() {
        return received.size();
    }

    /** The first half; the second begins where it ends. */
    PartitionBatch<E> firstHalf() {
        return new PartitionBatch<>(partition, from, middle(), received.subList(0, size() / 2));
    }

    PartitionBatch<E> secondHalf() {
        return new PartitionBatch<>(partition, middle(), to, received.subList(size() / 2, size()));
    }

    /** The same way without the records: only the position moves. */
    PartitionBatch<E> emptied() {
        return new PartitionBatch<>(partition, from, to, List.of());
    }

    private long middle() {
        return received.get(size() / 2 - 1).offset() + 1;
    }
}
