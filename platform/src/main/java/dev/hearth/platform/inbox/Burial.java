package dev.hearth.platform.inbox;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where records go that can never be applied. */
@FunctionalInterface
interface Burial {
    /** Completes when the record is kept for good. */
    Uni<Void> send(ConsumerRecord<byte[], byte[]> poison, Throwable cause);
}
