package dev.hearth.analytics.rebuild;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.analytics.activity.Positions;
import dev.hearth.analytics.projection.EventConsumer;
import dev.hearth.platform.state.LoneReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads one partition of the topics from their beginnings into sets, up to positions that are met exactly. It reads as
 * the service's consumer does, by the same decoder; what that one sends to the dead letters is passed over here. It
 * belongs to no group. Used by one thread at a time.
 */
final class Replay implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration BROKER_TIMEOUT = Duration.ofSeconds(10);

    private final KafkaConsumer<String, byte[]> consumer;
    private final EventConsumer decoder;
    private final PartitionActivity into;
    private final int partition;
    private final long patienceNanos;
    private Positions target = Positions.START;
    private long readLast = System.nanoTime();

    /** @param into what it is read into, empty at first */
    Replay(Map<String, Object> kafka, EventConsumer decoder, int partition, PartitionActivity into, Duration patience) {
        this.consumer = new KafkaConsumer<>(settings(kafka), new StringDeserializer(), new ByteArrayDeserializer());
        this.decoder = decoder;
        this.partition = partition;
        this.into = into;
        this.patienceNanos = patience.toNanos();
    }

    /** From now on reads up to these positions, which are as far as what was read, or further. */
    void aim(Positions to) {
        if (!to.reach(into.positions())) {
            throw new IllegalStateException(
                    "what is served fell back: it is at " + to + ", and was at " + into.positions());
        }
        target = to;
        List<TopicPartition> unread = to.offsets().keySet().stream()
                .map(topic -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(unread);
        // What was fetched beyond the positions aimed at before was dropped.
        unread.forEach(each -> consumer.seek(each, into.positions().of(each.topic())));
        consumer.resume(unread);
        readLast = System.nanoTime();
        unread.forEach(this::pauseIfReached);
    }

    boolean hasReached() {
        return into.positions().equals(target);
    }

    /** Reads what there is at once, and answers how many records that were. */
    int readSome() {
        if (hasReached()) {
            return 0;
        }
        ConsumerRecords<String, byte[]> read = consumer.poll(POLL);
        int count = 0;
        for (TopicPartition each : read.partitions()) {
            count += take(each, read.records(each));
        }
        consumer.assignment().forEach(this::pauseIfReached);
        expectProgress(count);
        return count;
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }

    private int take(TopicPartition from, List<ConsumerRecord<String, byte[]>> records) {
        long end = target.of(from.topic());
        List<List<Act>> acts = new ArrayList<>(records.size());
        long to = into.positions().of(from.topic());
        for (ConsumerRecord<String, byte[]> each : records) {
            if (each.offset() >= end) {
                break;
            }
            acts.add(decoded(each));
            to = each.offset() + 1;
        }
        add(acts, from.topic(), to);
        return acts.size();
    }

    /** None where the consumer makes it a dead letter. */
    private List<Act> decoded(ConsumerRecord<String, byte[]> record) {
        try {
            return record.key() == null ? List.of() : decoder.decode(record);
        } catch (RuntimeException unreadable) {
            return List.of();
        }
    }

    private void add(List<List<Act>> acts, String topic, long to) {
        try {
            into.add(acts.stream().flatMap(List::stream).toList(), topic, to);
        } catch (RuntimeException oneOfThem) {
            acts.forEach(this::addIfPossible);
            into.add(List.of(), topic, to);
        }
    }

    private void addIfPossible(List<Act> ofOneRecord) {
        try {
            into.add(ofOneRecord);
        } catch (RuntimeException deadLetter) {
            // As the consumer does, after it found the record among its batch.
            return;
        }
    }

    /** The position may be there without a record: not every offset has one. */
    private void pauseIfReached(TopicPartition each) {
        long end = target.of(each.topic());
        if (consumer.position(each, BROKER_TIMEOUT) >= end) {
            consumer.pause(List.of(each));
            if (into.positions().of(each.topic()) != end
                    || !into.positions().offsets().containsKey(each.topic())) {
                into.add(List.of(), each.topic(), end);
            }
        }
    }

    private void expectProgress(int count) {
        long now = System.nanoTime();
        if (count > 0 || hasReached()) {
            readLast = now;
        } else if (now - readLast > patienceNanos) {
            throw new UncheckedIOException(new IOException("the topics end before what is served: partition "
                    + partition + " is at " + into.positions() + " of " + target));
        }
    }

    private static Map<String, Object> settings(Map<String, Object> kafka) {
        Map<String, Object> settings = LoneReader.settings(kafka, 5_000);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 << 20);
        return settings;
    }
}
