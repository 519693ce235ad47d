package dev.hearth.platform.state;

import java.io.IOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** What is done with a topic that is followed. Called by one thread. */
public interface TopicReading {
    /**
     * Seeks where reading begins; called again after the topic could not be read, and then what was taken may be taken
     * once more.
     */
    void seek(KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions);

    /** Takes a record; what it throws skips the record with an error in the log. */
    void take(ConsumerRecord<String, byte[]> read) throws IOException;

    /** Called after every poll, also one that found nothing. */
    default void polled(KafkaConsumer<?, ?> consumer) {}
}
