package dev.hearth.platform.inbox;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a consumer is, for {@code GET /consumer-positions}: the positions of all partitions as the store has them,
 * whichever replica asks, against the ends as the broker says them now. So lag 0 after an acknowledged send means that
 * its effects are there.
 */
public final class ConsumerPositions implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final Set<String> topics;
    private final Supplier<Uni<Map<TopicPartition, Long>>> stored;
    private final Admin admin;

    /** @param stored reads the stored positions; a partition without one counts as 0 */
    public ConsumerPositions(Subscription subscription, Supplier<Uni<Map<TopicPartition, Long>>> stored) {
        this.topics = subscription.topics();
        this.stored = stored;
        Map<String, Object> settings = new HashMap<>(subscription.kafka());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        this.admin = Admin.create(settings);
    }

    /** Fails as an outage if store or broker do not answer within 3 s each. */
    public Uni<ConsumerPositionsView> now() {
        return ends().chain(ends -> bounded(stored.get()).map(positions -> view(positions, ends)));
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private Uni<Map<TopicPartition, Long>> ends() {
        return bounded(stage(() -> admin.describeTopics(topics).allTopicNames().toCompletionStage())
                        .chain(described -> stage(
                                () -> admin.listOffsets(latest(described)).all().toCompletionStage())))
                .map(ConsumerPositions::offsets);
    }

    private static Map<TopicPartition, OffsetSpec> latest(Map<String, TopicDescription> described) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        described.forEach((topic, description) -> description
                .partitions()
                .forEach(info -> latest.put(new TopicPartition(topic, info.partition()), OffsetSpec.latest())));
        return latest;
    }

    private static Map<TopicPartition, Long> offsets(Map<TopicPartition, ListOffsetsResultInfo> answered) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        answered.forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private static ConsumerPositionsView view(Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends) {
        List<ConsumerPositionsView.Partition> partitions = ends.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition)))
                .map(end -> new ConsumerPositionsView.Partition(
                        end.getKey().topic(),
                        end.getKey().partition(),
                        positions.getOrDefault(end.getKey(), 0L),
                        end.getValue()))
                .toList();
        return ConsumerPositionsView.of(partitions);
    }

    private static <T> Uni<T> stage(Supplier<CompletionStage<T>> asked) {
        return Uni.createFrom().completionStage(asked);
    }

    private static <T> Uni<T> bounded(Uni<T> answer) {
        return answer.ifNoItem().after(TIMEOUT).failWith(() -> new IOException("no answer within " + TIMEOUT));
    }
}
