package dev.hearth.acceptance.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** A topic as anybody reads it, with a plain consumer: from its beginning to where it ends now. */
final class Topic {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final RunningSuite suite;
    private final String name;

    Topic(RunningSuite suite, String name) {
        this.suite = suite;
        this.name = name;
    }

    /** Hands every record of the community to the reader, per partition in order. */
    void each(String community, Consumer<ConsumerRecord<String, byte[]>> reader) {
        each(read -> community.equals(header(read, "ce_community")), reader);
    }

    /** The records that are looked for. */
    List<ConsumerRecord<String, byte[]>> find(Predicate<ConsumerRecord<String, byte[]>> filter) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        each(filter, found::add);
        return found;
    }

    private void each(
            Predicate<ConsumerRecord<String, byte[]>> filter, Consumer<ConsumerRecord<String, byte[]>> reader) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < end(ends, partition))) {
                for (ConsumerRecord<String, byte[]> read : consumer.poll(POLL)) {
                    if (filter.test(read)) {
                        reader.accept(read);
                    }
                }
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(name + " could not be read to its end within " + LIMIT);
                }
            }
        }
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    private Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                suite.stack().kafka().bootstrapServers(),
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
    }

    /** The text of a header, or null. */
    static @Nullable String header(ConsumerRecord<?, ?> read, String name) {
        Header header = read.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
