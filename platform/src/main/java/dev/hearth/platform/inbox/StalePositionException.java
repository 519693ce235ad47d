package dev.hearth.platform.inbox;

import org.apache.kafka.common.TopicPartition;

/**
 * The stored position is not the one a batch begins at: another replica has the partition, or a commit whose answer was
 * lost did take effect. Nothing of the batch was applied.
 */
public final class StalePositionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StalePositionException(TopicPartition partition, long expected) {
        super("stored position of " + partition + " is not " + expected, null, false, false);
    }
}
