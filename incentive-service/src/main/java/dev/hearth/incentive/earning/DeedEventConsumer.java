package dev.hearth.incentive.earning;

import dev.hearth.incentive.ledger.Ledger;
import dev.hearth.platform.event.KafkaCodec;
import dev.hearth.platform.inbox.ConsumerPositionTable;
import dev.hearth.platform.inbox.PartitionBatch;
import dev.hearth.platform.inbox.PartitionHandler;
import dev.hearth.platform.problem.Outage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Takes batches of hearth.engagement, hearth.member and hearth.signal into the books: position, effects and events in
 * one transaction, or none.
 */
@ApplicationScoped
public class DeedEventConsumer implements PartitionHandler<Optional<Telling>> {
    private final Attendance attendance;
    private final ConsumerPositionTable positions;
    private final Pool database;
    private final Counter credits;

    DeedEventConsumer(Attendance attendance, ConsumerPositionTable positions, Pool database, MeterRegistry registry) {
        this.attendance = attendance;
        this.positions = positions;
        this.database = database;
        this.credits = Counter.builder("hearth.earning.credits")
                .description("awards paid by earning rules")
                .register(registry);
    }

    @Override
    public Optional<Telling> decode(ConsumerRecord<String, byte[]> read) {
        String position = read.topic() + "/" + read.partition() + "/" + read.offset();
        return Optional.ofNullable(Telling.of(KafkaCodec.fromRecord(read), position));
    }

    @Override
    public Uni<Long> open(TopicPartition partition) {
        return positions.open(database, partition);
    }

    @Override
    public Uni<Void> apply(PartitionBatch<Optional<Telling>> batch) {
        List<Telling> told = batch.events().stream().flatMap(Optional::stream).toList();
        return database.withTransaction(connection -> positions
                        .advance(connection, batch)
                        .chain(() ->
                                attendance.take(connection, batch.partition().partition(), told)))
                .invoke(paid -> credits.increment(paid))
                .replaceWithVoid();
    }

    /**
     * An event that another partition has just paid too (a client's mistake: one id, two members) passes by itself: the
     * next attempt finds it paid. So does that members are still being read.
     */
    @Override
    public boolean isOutage(Throwable failure) {
        return Outage.isOutage(failure)
                || Ledger.isRepeated(failure)
                || failure instanceof UnknownSurroundingsException;
    }
}
