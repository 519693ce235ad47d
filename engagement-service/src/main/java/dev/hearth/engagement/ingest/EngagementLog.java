package dev.hearth.engagement.ingest;

import dev.hearth.platform.event.Topics;
import dev.hearth.platform.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The topic of what members did, to be appended to. Nothing here blocks: the producer never waits for memory or
 * metadata ({@code max.block.ms=0}), so that event loops may call it; what it cannot take at once is refused.
 */
@Singleton
final class EngagementLog {
    private static final Logger LOG = Logger.getLogger(EngagementLog.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final long SWEEP_MILLIS = 100;
    private static final int HEADER_BYTES = 450;

    private final KafkaProducer<byte[], byte[]> producer;
    private final Vertx vertx;
    private final UnderWay underWay;
    private final long patienceNanos;
    private final Queue<Appending> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean reachable;
    private volatile boolean recording = true;

    EngagementLog(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            IngestConfig config,
            Vertx vertx,
            MeterRegistry meters) {
        this.producer = new KafkaProducer<>(
                ProducerSettings.of(kafka, config), new ByteArraySerializer(), new ByteArraySerializer());
        this.vertx = vertx;
        this.underWay = new UnderWay(config.maxBytesUnderWay(), config.communityShare());
        this.patienceNanos = config.acknowledgedWithin().toNanos();
        meters.gauge("hearth.ingest.bytes.under.way", underWay, UnderWay::bytes);
    }

    void start(@Observes StartupEvent event) {
        touch();
        vertx.setPeriodic(SWEEP_MILLIS, timer -> sweep(System.nanoTime()));
        vertx.setPeriodic(Duration.ofSeconds(1).toMillis(), timer -> touch());
    }

    void stop(@Observes ShutdownEvent event) {
        producer.close(Duration.ofSeconds(5));
    }

    /** Whether the topic was found once; later outages show in each answer. */
    boolean isReachable() {
        return reachable;
    }

    /** Completes when every record is acknowledged by all replicas in sync; fails with a problem if not in time. */
    Uni<Void> append(String community, List<ProducerRecord<byte[], byte[]>> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        long bytes = bytes(records);
        return Uni.createFrom().emitter(waiter -> {
            underWay.enter(community, bytes);
            Appending appending = new Appending(
                    records.size(),
                    System.nanoTime() + patienceNanos,
                    () -> underWay.leave(community, bytes),
                    outcome -> answer(waiter, outcome));
            waiting.add(appending);
            send(records, appending);
        });
    }

    /** A send that fails at once takes the rest with it: the request has failed anyway. */
    private void send(List<ProducerRecord<byte[], byte[]>> records, Appending appending) {
        for (int i = 0; i < records.size(); i++) {
            Throwable failure = appending.failure();
            if (failure != null) {
                appending.abandon(records.size() - i, failure);
                return;
            }
            try {
                var _ = producer.send(records.get(i), appending);
            } catch (KafkaException | IllegalStateException e) {
                appending.abandon(records.size() - i, e);
                return;
            }
        }
    }

    private void answer(UniEmitter<? super Void> waiter, @Nullable Throwable outcome) {
        tellChange(outcome == null);
        if (outcome == null) {
            waiter.complete(null);
        } else if (outcome instanceof ProblemException problem) {
            waiter.fail(problem);
        } else {
            LOG.debugf("events were not recorded: %s", outcome.toString());
            waiter.fail(tooLate());
        }
    }

    /** An outage is told once, and its end: not with every request. */
    private void tellChange(boolean recorded) {
        if (recorded != recording) {
            recording = recorded;
            if (recorded) {
                LOG.info("ingest: Kafka acknowledges again");
            } else {
                LOG.error("ingest: Kafka does not acknowledge, requests are answered 503");
            }
        }
    }

    /** Requests wait in the order of their deadlines, so only the first ones need a look. */
    private void sweep(long now) {
        for (Appending first = waiting.peek(); first != null; first = waiting.peek()) {
            if (!first.isOver(now, EngagementLog::tooLate)) {
                return;
            }
            waiting.remove(first);
        }
    }

    /** Keeps the topic's metadata at hand: the producer forgets idle topics, and never waits for what it forgot. */
    private void touch() {
        try {
            reachable |= !producer.partitionsFor(Topics.ENGAGEMENT).isEmpty();
        } catch (KafkaException e) {
            LOG.debugf("no metadata yet: %s", e.toString());
        }
    }

    private static ProblemException tooLate() {
        return new ProblemException(
                IngestProblem.NOT_RECORDED,
                "Kafka did not acknowledge in time; some events may have been recorded: repeat all with the same ids",
                List.of(),
                RETRY);
    }

    private static long bytes(List<ProducerRecord<byte[], byte[]>> records) {
        long bytes = 0;
        for (ProducerRecord<byte[], byte[]> record : records) {
            bytes += record.value().length + (long) record.key().length + HEADER_BYTES;
        }
        return bytes;
    }
}
