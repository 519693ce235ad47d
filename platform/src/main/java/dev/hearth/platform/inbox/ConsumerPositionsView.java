package dev.hearth.platform.inbox;

import java.util.List;

/**
 * How far a consumer is.
 *
 * @param lag records not yet applied, over all partitions
 * @param partitions each by itself
 */
public record ConsumerPositionsView(long lag, List<Partition> partitions) {
    public ConsumerPositionsView {
        partitions = List.copyOf(partitions);
    }

    static ConsumerPositionsView of(List<Partition> partitions) {
        long lag = partitions.stream().mapToLong(Partition::lag).sum();
        return new ConsumerPositionsView(lag, partitions);
    }

    /**
     * One partition.
     *
     * @param topic its topic
     * @param partition its number
     * @param position the next offset to apply
     * @param end the offset that the next record will get
     */
    public record Partition(String topic, int partition, long position, long end) {
        long lag() {
            return Math.max(0, end - position);
        }
    }
}
