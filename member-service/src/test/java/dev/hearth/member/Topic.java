package dev.hearth.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.platform.event.KafkaCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** A topic as any data team reads it: with a plain consumer, from its beginning. */
public record Topic(String name) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The records of a key, in order, once there are {@code count} of them; fails if there come fewer or more. */
    public List<ConsumerRecord<String, byte[]>> ofKey(String key, int count) {
        List<ConsumerRecord<String, byte[]>> found = read(record -> key.equals(record.key()), count);
        assertThat(found).as("records of %s in %s", key, name).hasSize(count);
        return found;
    }

    /** The types of a key's events, in order, without what all have in common. */
    public List<String> typesOf(String key, int count) {
        return ofKey(key, count).stream()
                .map(record -> header(record, "ce_type").replace("dev.hearth.member.", ""))
                .toList();
    }

    public static String header(ConsumerRecord<String, byte[]> record, String header) {
        String value = KafkaCodec.text(record.headers(), header);
        return value == null ? "" : value;
    }

    public static JsonNode payload(ConsumerRecord<String, byte[]> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads until there are enough, then a little longer, so that too many are noticed. */
    private List<ConsumerRecord<String, byte[]>> read(Predicate<ConsumerRecord<String, byte[]>> wanted, int count) {
        String broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", (Object) broker), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = System.nanoTime() + PATIENCE.toNanos();
            int quiet = 0;
            while (System.nanoTime() < end && quiet < 4) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    if (wanted.test(record)) {
                        found.add(record);
                    }
                }
                quiet = found.size() >= count ? quiet + 1 : 0;
            }
        }
        return found;
    }
}
