package dev.hearth.platform.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One record and what it was decoded to.
 *
 * @param origin the record as it was read
 * @param event what it says
 */
public record Received<E>(ConsumerRecord<byte[], byte[]> origin, E event) {
    public long offset() {
        return origin.offset();
    }
}
