package dev.hearth.platform.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that can never be applied, and why. */
record Poison(ConsumerRecord<byte[], byte[]> origin, Throwable cause) {}
