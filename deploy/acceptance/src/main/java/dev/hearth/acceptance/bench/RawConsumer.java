package dev.hearth.acceptance.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What a rebuild is compared with: plain consumers that read a topic from its beginning to its end and parse each
 * record, and do nothing with it. A process of its own: for each number of threads that it reads from standard input it
 * writes how many records a second that were.
 */
public final class RawConsumer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> settings;
    private final String topic;

    private RawConsumer(String bootstrapServers, String topic) {
        // Those of the rebuild's own consumers.
        this.settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "enable.auto.commit",
                false,
                "max.poll.records",
                5_000,
                "max.partition.fetch.bytes",
                4 << 20);
        this.topic = topic;
    }

    public static void main(String[] arguments) throws IOException {
        RawConsumer consumer = new RawConsumer(arguments[0], arguments[1]);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            System.out.println(consumer.rate(Integer.parseInt(line)));
        }
    }

    private double rate(int threads) {
        Map<TopicPartition, Long> ends = ends();
        long start = System.nanoTime();
        long records = 0;
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (Future<Long> share : executor.invokeAll(shares(ends, threads))) {
                records += share.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot read " + topic, e);
        }
        return records / ((System.nanoTime() - start) / 1e9);
    }

    private List<Callable<Long>> shares(Map<TopicPartition, Long> ends, int threads) {
        List<Map<TopicPartition, Long>> shares = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            shares.add(new HashMap<>());
        }
        ends.forEach(
                (partition, end) -> shares.get(partition.partition() % threads).put(partition, end));
        return shares.stream().<Callable<Long>>map(share -> () -> read(share)).toList();
    }

    private long read(Map<TopicPartition, Long> ends) {
        long records = 0;
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> read : consumer.poll(POLL)) {
                    records += parse(read).isObject() ? 1 : 0;
                }
            }
        }
        return records;
    }

    private static JsonNode parse(ConsumerRecord<byte[], byte[]> read) {
        try {
            return JSON.readTree(read.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<TopicPartition, Long> ends() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.endOffsets(consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList());
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
