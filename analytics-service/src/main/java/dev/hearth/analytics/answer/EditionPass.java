package dev.hearth.analytics.answer;

import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.KafkaCodec;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.event.UnreadableEventException;
import dev.hearth.platform.state.LoneReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads hearth.answer-state once, from its beginning to where it ended when reading began. Used by one thread at a
 * time.
 */
final class EditionPass implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration BROKER_TIMEOUT = Duration.ofSeconds(5);
    /** An answer may have a megabyte. */
    private static final int MOST_AT_ONCE = 20;

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> ahead;

    EditionPass(Map<String, Object> kafka) {
        this.consumer = new KafkaConsumer<>(
                LoneReader.settings(kafka, MOST_AT_ONCE), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.ANSWER_STATE, BROKER_TIMEOUT).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        this.ahead = new HashMap<>(consumer.endOffsets(partitions, BROKER_TIMEOUT));
        passEnds();
    }

    boolean isOver() {
        return ahead.isEmpty();
    }

    /** Reads on, and answers those that are among {@code ids}. */
    List<KeptAnswer> read(Set<String> ids) {
        List<KeptAnswer> found = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> each : consumer.poll(POLL)) {
            if (ids.contains(each.key()) && each.value() != null) {
                take(each, found);
            }
        }
        passEnds();
        return found;
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }

    private void passEnds() {
        ahead.entrySet().removeIf(end -> consumer.position(end.getKey(), BROKER_TIMEOUT) >= end.getValue());
    }

    /** What cannot be read was not counted as known either: see {@link EditionStates}. */
    private static void take(ConsumerRecord<String, byte[]> read, List<KeptAnswer> found) {
        try {
            CloudEvent event = KafkaCodec.fromRecord(read);
            if (EditionStates.isAnswer(event)) {
                found.add(EditionStates.answer(event));
            }
        } catch (UnreadableEventException e) {
            return;
        }
    }
}
