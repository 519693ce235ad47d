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

/** Takes batches of hearth.engagement into the books: position, effects and events in one transaction, or none. */
@ApplicationScoped
public class EngagementEventConsumer implements PartitionHandler<Optional<Deed>> {
    private final Earning earning;
    private final ConsumerPositionTable positions;
    private final Pool database;
    private final Counter credits;

    EngagementEventConsumer(Earning earning, ConsumerPositionTable positions, Pool database, MeterRegistry registry) {
        this.earning = earning;
        this.positions = positions;
        this.database = database;
        this.credits = Counter.builder("hearth.earning.credits")
                .description("awards paid by earning rules")
                .register(registry);
    }

    @Override
    public Optional<Deed> decode(ConsumerRecord<String, byte[]> read) {
        return Deed.of(KafkaCodec.fromRecord(read));
    }

    @Override
    public Uni<Long> open(TopicPartition partition) {
        return positions.open(database, partition);
    }

    @Override
    public Uni<Void> apply(PartitionBatch<Optional<Deed>> batch) {
        List<Deed> deeds = batch.events().stream().flatMap(Optional::stream).toList();
        return database.withTransaction(connection -> positions
                        .advance(connection, batch)
                        .chain(() -> earning.earn(connection, batch.partition().partition(), deeds)))
                .invoke(paid -> credits.increment(paid))
                .replaceWithVoid();
    }

    /**
     * An event that another partition has just paid too (a client's mistake: one id, two members) passes by itself: the
     * next attempt finds it paid.
     */
    @Override
    public boolean isOutage(Throwable failure) {
        return Outage.isOutage(failure) || Ledger.isRepeated(failure);
    }
}
