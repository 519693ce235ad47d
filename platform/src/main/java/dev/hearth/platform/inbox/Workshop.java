package dev.hearth.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What the lanes of one consumer share. Whatever it answers, it answers on a worker.
 *
 * @param workers threads that decode and apply
 */
record Workshop<E>(
        PartitionHandler<E> handler,
        Burial burial,
        ScheduledExecutorService workers,
        InboxConfig config,
        InboxMeters meters) {
    private static final Logger LOG = Logger.getLogger(Workshop.class);

    Uni<Long> open(TopicPartition partition) {
        return bounded(Uni.createFrom().deferred(() -> handler.open(partition)));
    }

    Uni<Void> apply(PartitionBatch<E> batch) {
        return bounded(BatchSpan.around(batch, () -> handler.apply(batch)));
    }

    Uni<Void> bury(Poison poison) {
        ConsumerRecord<byte[], byte[]> origin = poison.origin();
        return burial.send(origin, poison.cause())
                .invoke(() -> {
                    meters.deadLettered();
                    LOG.errorf(
                            "dead letter: topic=%s partition=%d offset=%d cause=%s",
                            origin.topic(),
                            origin.partition(),
                            origin.offset(),
                            poison.cause().getClass().getName());
                })
                .emitOn(workers);
    }

    Received<E> decode(ConsumerRecord<byte[], byte[]> origin) {
        return new Received<>(origin, handler.decode(keyed(origin)));
    }

    boolean isOutage(Throwable failure) {
        return handler.isOutage(failure);
    }

    void run(Runnable task) {
        try {
            workers.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("the consumer is closed");
        }
    }

    void later(Runnable task, Duration wait) {
        try {
            var _ = workers.schedule(task, wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the consumer is closed");
        }
    }

    private <T extends @Nullable Object> Uni<T> bounded(Uni<T> attempt) {
        return attempt.ifNoItem()
                .after(config.applyTimeout())
                .failWith(() -> new IOException("the store did not answer within " + config.applyTimeout()))
                .emitOn(workers);
    }

    private static ConsumerRecord<String, byte[]> keyed(ConsumerRecord<byte[], byte[]> origin) {
        if (origin.key() == null) {
            throw new IllegalArgumentException("the record has no key");
        }
        return new ConsumerRecord<>(
                origin.topic(),
                origin.partition(),
                origin.offset(),
                origin.timestamp(),
                origin.timestampType(),
                origin.serializedKeySize(),
                origin.serializedValueSize(),
                new String(origin.key(), UTF_8),
                origin.value(),
                origin.headers(),
                origin.leaderEpoch());
    }
}
