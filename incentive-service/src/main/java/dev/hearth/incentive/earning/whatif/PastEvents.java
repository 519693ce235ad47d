package dev.hearth.incentive.earning.whatif;

import dev.hearth.incentive.earning.Telling;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.KafkaCodec;
import dev.hearth.platform.state.LoneReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * One community's events, from the beginning of the topics to where they ended when this was made: each partition in
 * its order, together by the times of the records. Reads beside the service's own consumer, in no group. Blocks; used
 * by one thread at a time.
 */
final class PastEvents implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration BROKER_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofSeconds(2);
    private static final int PREFETCH = 1_000;
    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private final String community;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> begins;
    private final Map<TopicPartition, Long> ends;
    private final Set<TopicPartition> open = new HashSet<>();
    private final Interleaving<TopicPartition, Telling> told;

    private PastEvents(String community, KafkaConsumer<String, byte[]> consumer, Set<String> topics) {
        this.community = community;
        this.consumer = consumer;
        List<TopicPartition> partitions = new ArrayList<>();
        topics.forEach(topic -> partitions.addAll(partitions(topic)));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        this.begins = new HashMap<>(consumer.beginningOffsets(partitions, BROKER_TIMEOUT));
        this.ends = new HashMap<>(consumer.endOffsets(partitions, BROKER_TIMEOUT));
        this.told = new Interleaving<>(partitions, ORDER);
        this.open.addAll(partitions);
        closeEnded();
    }

    /** @param kafka client settings, {@code bootstrap.servers} at least */
    static PastEvents open(String community, Map<String, Object> kafka, Set<String> topics) {
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings(kafka), new StringDeserializer(), new ByteArrayDeserializer());
        try {
            return new PastEvents(community, consumer, topics);
        } catch (RuntimeException e) {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
            throw e;
        }
    }

    /** The next events, after two seconds what there is: fewer than {@code most} are not yet the end. */
    List<Telling> next(int most) {
        List<Telling> next = new ArrayList<>();
        long until = System.nanoTime() + STEP.toNanos();
        while (true) {
            Optional<Telling> one = told.next(open);
            if (one.isPresent()) {
                next.add(one.orElseThrow());
            } else if (!open.isEmpty()) {
                poll();
            }
            if (next.size() >= most || isOver() || System.nanoTime() > until) {
                return next;
            }
        }
    }

    boolean isOver() {
        return open.isEmpty() && told.isEmpty();
    }

    /** Records read, of all communities. */
    long read() {
        long read = 0;
        for (TopicPartition partition : begins.keySet()) {
            read += open.contains(partition) ? position(partition) - begin(partition) : length(partition);
        }
        return read;
    }

    /** Records to be read in all. */
    long total() {
        return begins.keySet().stream().mapToLong(this::length).sum();
    }

    /** Whether the topics still have what they began with. */
    boolean isWhole() {
        return begins.values().stream().allMatch(begin -> begin == 0);
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }

    private void poll() {
        for (TopicPartition partition : open) {
            if (told.waiting(partition) > PREFETCH) {
                consumer.pause(Set.of(partition));
            } else {
                consumer.resume(Set.of(partition));
            }
        }
        consumer.poll(POLL).forEach(this::take);
        closeEnded();
    }

    private void take(ConsumerRecord<String, byte[]> read) {
        TopicPartition partition = new TopicPartition(read.topic(), read.partition());
        if (read.offset() >= end(partition)) {
            return;
        }
        Telling telling = decoded(read);
        if (telling != null) {
            told.put(partition, read.timestamp(), telling);
        }
    }

    /** What cannot be read went to the dead letters and paid nobody. */
    private @Nullable Telling decoded(ConsumerRecord<String, byte[]> read) {
        try {
            CloudEvent event = KafkaCodec.fromRecord(read);
            return event.community().equals(community)
                    ? Telling.of(event, read.topic() + "/" + read.partition() + "/" + read.offset())
                    : null;
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    private void closeEnded() {
        List<TopicPartition> ended = open.stream()
                .filter(partition -> position(partition) >= end(partition))
                .toList();
        ended.forEach(open::remove);
        if (!ended.isEmpty()) {
            consumer.pause(ended);
        }
    }

    private List<TopicPartition> partitions(String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic, BROKER_TIMEOUT).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + topic);
        }
        return partitions;
    }

    private long position(TopicPartition partition) {
        return consumer.position(partition, BROKER_TIMEOUT);
    }

    private long begin(TopicPartition partition) {
        return begins.getOrDefault(partition, 0L);
    }

    private long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    private long length(TopicPartition partition) {
        return end(partition) - begin(partition);
    }

    private static Map<String, Object> settings(Map<String, Object> kafka) {
        Map<String, Object> settings = LoneReader.settings(kafka, 2_000);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 * 1024 * 1024);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 512 * 1024);
        return settings;
    }
}
