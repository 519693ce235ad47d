package dev.hearth.analytics.projection;

import com.mongodb.MongoException;
import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.segment.ChainLostException;
import dev.hearth.analytics.segment.PartitionJournal;
import dev.hearth.analytics.segment.PartitionJournals;
import dev.hearth.analytics.segment.SegmentConfig;
import dev.hearth.contract.engagement.EngagementRecorded;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.KafkaCodec;
import dev.hearth.platform.event.UnreadableEventException;
import dev.hearth.platform.inbox.PartitionBatch;
import dev.hearth.platform.inbox.PartitionHandler;
import dev.hearth.platform.inbox.StalePositionException;
import dev.hearth.platform.problem.Outage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Adds what members did to the sets. An act is read at once; the store has it with the next flush. */
@ApplicationScoped
public class EngagementEventConsumer implements PartitionHandler<Optional<Act>> {
    private static final Logger LOG = Logger.getLogger(EngagementEventConsumer.class);
    private static final String RECORDED =
            CloudEvent.contractOf(EngagementRecorded.class).type();

    private final ActivityProjection projection;
    private final PartitionJournals journals;
    private final SegmentConfig config;

    EngagementEventConsumer(ActivityProjection projection, PartitionJournals journals, SegmentConfig config) {
        this.projection = projection;
        this.journals = journals;
        this.config = config;
    }

    /** Empty for events of types that are none of ours: more may come on the topic. */
    @Override
    public Optional<Act> decode(ConsumerRecord<String, byte[]> read) {
        CloudEvent event = KafkaCodec.fromRecord(read);
        if (!event.type().equals(RECORDED)) {
            return Optional.empty();
        }
        if (event.data() == null) {
            throw new UnreadableEventException("the event has no payload", null);
        }
        EngagementRecorded done = ContractJson.read(event.data(), EngagementRecorded.class);
        return Optional.of(new Act(event.community(), done.memberId(), done.groupId(), done.kind(), done.localDate()));
    }

    @Override
    public Uni<Long> open(TopicPartition partition) {
        return journals.open(partition.partition())
                .invoke(journal -> projection.own(partition.partition(), journal))
                .invoke(journal -> LOG.infof(
                        "partition loaded partition=%d position=%d", partition.partition(), journal.position()))
                .map(PartitionJournal::position);
    }

    @Override
    public Uni<Void> apply(PartitionBatch<Optional<Act>> batch) {
        Optional<PartitionJournal> journal = projection
                .journal(batch.partition().partition())
                .filter(open -> !open.isLost() && open.position() == batch.from());
        return journal.map(open -> roomIn(open).invoke(() -> add(batch, open)))
                .orElseGet(() -> Uni.createFrom().failure(new StalePositionException(batch.partition(), batch.from())));
    }

    @Override
    public void close(TopicPartition partition) {
        projection.disown(partition.partition());
    }

    /** What is read from the topic and not kept is bounded: while the store is away, reading waits. */
    private Uni<Void> roomIn(PartitionJournal journal) {
        return journal.unflushed() < config.maxUnflushedRecords()
                ? Uni.createFrom().voidItem()
                : journal.flush();
    }

    private static void add(PartitionBatch<Optional<Act>> batch, PartitionJournal journal) {
        journal.add(batch.events().stream().flatMap(Optional::stream).toList(), batch.to());
    }

    /** A lost chain is no fault of a record: the next attempt finds it lost and opens the partition again. */
    @Override
    public boolean isOutage(Throwable failure) {
        return Outage.isOutage(failure) || failure instanceof MongoException || failure instanceof ChainLostException;
    }
}
