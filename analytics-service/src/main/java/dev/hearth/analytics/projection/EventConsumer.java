package dev.hearth.analytics.projection;

import com.mongodb.MongoException;
import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.segment.ChainLostException;
import dev.hearth.analytics.segment.PartitionJournal;
import dev.hearth.analytics.segment.SegmentConfig;
import dev.hearth.platform.event.KafkaCodec;
import dev.hearth.platform.inbox.PartitionBatch;
import dev.hearth.platform.inbox.PartitionHandler;
import dev.hearth.platform.inbox.StalePositionException;
import dev.hearth.platform.problem.Outage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Adds what members did and what happened to them. An act is read at once; the store has it with the next flush. */
@ApplicationScoped
public class EventConsumer implements PartitionHandler<List<Act>> {
    private static final Logger LOG = Logger.getLogger(EventConsumer.class);

    private final ActivityProjection projection;
    private final SegmentConfig config;

    EventConsumer(ActivityProjection projection, SegmentConfig config) {
        this.projection = projection;
        this.config = config;
    }

    @Override
    public List<Act> decode(ConsumerRecord<String, byte[]> read) {
        return Acts.of(KafkaCodec.fromRecord(read));
    }

    @Override
    public Uni<Long> open(TopicPartition partition) {
        return projection
                .own(partition)
                .map(journal -> journal.position(partition.topic()))
                .invoke(position -> LOG.infof(
                        "loaded topic=%s partition=%d position=%d",
                        partition.topic(), partition.partition(), position));
    }

    @Override
    public Uni<Void> apply(PartitionBatch<List<Act>> batch) {
        Optional<PartitionJournal> journal = projection
                .journal(batch.partition().partition())
                .filter(open ->
                        !open.isLost() && open.position(batch.partition().topic()) == batch.from());
        return journal.map(open -> roomIn(open).invoke(() -> add(batch, open)))
                .orElseGet(() -> Uni.createFrom().failure(new StalePositionException(batch.partition(), batch.from())));
    }

    @Override
    public void close(TopicPartition partition) {
        projection.disown(partition);
    }

    /** What is read from the topics and not kept is bounded: while the store is away, reading waits. */
    private Uni<Void> roomIn(PartitionJournal journal) {
        return journal.unflushed() < config.maxUnflushedRecords()
                ? Uni.createFrom().voidItem()
                : journal.flush();
    }

    private static void add(PartitionBatch<List<Act>> batch, PartitionJournal journal) {
        journal.add(
                batch.events().stream().flatMap(List::stream).toList(),
                batch.partition().topic(),
                batch.to());
    }

    /** A lost chain is no fault of a record: the next attempt finds it lost and opens the partition again. */
    @Override
    public boolean isOutage(Throwable failure) {
        return Outage.isOutage(failure) || failure instanceof MongoException || failure instanceof ChainLostException;
    }
}
