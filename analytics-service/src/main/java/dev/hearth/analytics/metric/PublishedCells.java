package dev.hearth.analytics.metric;

import dev.hearth.analytics.activity.Hashes;
import dev.hearth.contract.metric.MetricState;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.inbox.Subscription;
import dev.hearth.platform.state.StateReader;
import dev.hearth.platform.state.StateTable;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What hearth.metric has, as hashes: enough to see whether a figure has changed, about 100 bytes a cell. Used by one
 * round at a time.
 */
@Singleton
class PublishedCells {
    private final StateTable<Long, Long> table;
    /** Told, and not read back yet: by time of telling. */
    private Map<Long, Long> young = new HashMap<>();

    private Map<Long, Long> old = new HashMap<>();

    PublishedCells(Subscription subscription) {
        this.table = new StateTable<>(Topics.METRIC, subscription.kafka(), new HashReader());
    }

    void start() {
        table.start();
    }

    void stop() {
        table.close();
    }

    /** Whether everything that was there at the start is here. */
    boolean isReady() {
        return table.isReady();
    }

    /** Whether the topic has to be told. What was never told may stay untold as long as it is zero. */
    boolean lacks(Cell cell) {
        long key = Hashes.of(cell.key());
        Optional<Long> published =
                Optional.ofNullable(young.getOrDefault(key, old.get(key))).or(() -> table.find(key));
        return published.isEmpty()
                ? !cell.figure().isZero()
                : published.get() != WindowFigure.hash(cell.figure().values());
    }

    /** The topic is being told. */
    void telling(Cell cell) {
        young.put(Hashes.of(cell.key()), WindowFigure.hash(cell.figure().values()));
    }

    /** Forgets of what was told what has come back. */
    void settle() {
        young.entrySet().removeIf(this::isBack);
        old.entrySet().removeIf(this::isBack);
    }

    /** Forgets also what does not come back, so that it is told again: the second call forgets it. */
    void doubt() {
        old = young;
        young = new HashMap<>();
    }

    private boolean isBack(Map.Entry<Long, Long> told) {
        return table.find(told.getKey()).filter(told.getValue()::equals).isPresent();
    }

    private static final class HashReader implements StateReader<Long, Long> {
        private static final String TYPE =
                CloudEvent.contractOf(MetricState.class).type();

        @Override
        public Long key(String recordKey) {
            return Hashes.of(recordKey);
        }

        @Override
        public boolean reads(String type) {
            return type.equals(TYPE);
        }

        @Override
        public Long value(CloudEvent event) {
            MetricState state = ContractJson.read(Objects.requireNonNull(event.data()), MetricState.class);
            return WindowFigure.hash(state.values());
        }
    }
}
