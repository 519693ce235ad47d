package dev.hearth.analytics.projection;

import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.analytics.segment.PartitionFollower;
import dev.hearth.analytics.segment.PartitionJournal;
import dev.hearth.analytics.segment.PartitionJournals;
import dev.hearth.analytics.segment.PartitionSets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/** All partitions as this instance has them: its own, and copies of the others'. */
@ApplicationScoped
public class ActivityProjection {
    private final PartitionJournals journals;
    /** The journal that this instance had last, until a copy has taken its place. */
    private final ConcurrentMap<Integer, PartitionJournal> had = new ConcurrentHashMap<>();

    private final ConcurrentMap<Integer, Ownership> owned = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, PartitionFollower> followed = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, ServedPartition> served = new ConcurrentHashMap<>();

    ActivityProjection(PartitionJournals journals) {
        this.journals = journals;
    }

    /** What there is over partitions 0 to {@code partitions - 1}; empty while one of them is not loaded. */
    public Optional<Activity> activity(int partitions) {
        List<ServedPartition> loaded = IntStream.range(0, partitions)
                .mapToObj(served::get)
                .filter(Objects::nonNull)
                .toList();
        return loaded.size() < partitions
                ? Optional.empty()
                : Optional.of(new Activity(
                        loaded.stream().map(each -> each.sets().activity()).toList()));
    }

    /** The journal that the partition's topics share: opened with the first of them, and anew after it was lost. */
    Uni<PartitionJournal> own(TopicPartition partition) {
        Ownership ownership = owned.compute(
                partition.partition(),
                (number, before) -> (before == null || before.isLost() ? new Ownership(open(number)) : before)
                        .with(partition.topic()));
        return ownership.opened();
    }

    /** The topic is another's, or will be opened again. */
    void disown(TopicPartition partition) {
        owned.computeIfPresent(partition.partition(), (number, before) -> before.without(partition.topic()));
    }

    Optional<PartitionJournal> journal(int partition) {
        return Optional.ofNullable(owned.get(partition)).flatMap(Ownership::journal);
    }

    Collection<PartitionJournal> journals() {
        return owned.values().stream().flatMap(each -> each.journal().stream()).toList();
    }

    /** Whether this instance has the partition, not a copy of it. */
    public boolean isOwned(int partition) {
        return owned.containsKey(partition);
    }

    Optional<PartitionFollower> follower(int partition) {
        return Optional.ofNullable(followed.get(partition));
    }

    /** Takes a copy that has been read once. */
    void follow(int partition, PartitionFollower follower) {
        if (!owned.containsKey(partition)) {
            followed.put(partition, follower);
            had.remove(partition);
            serve(partition, follower);
        }
    }

    /** The generations of the partitions that are this instance's: one, but for moments. */
    public List<Integer> generations() {
        return journals().stream().map(journal -> journal.id().generation()).toList();
    }

    Optional<ServedPartition> served(int partition) {
        return Optional.ofNullable(served.get(partition));
    }

    /** What figures are read from, of one partition; empty while it is not loaded. */
    public Optional<PartitionActivity> activityOf(int partition) {
        return served(partition).map(each -> each.sets().activity());
    }

    /** How many partitions are loaded. */
    public int loaded() {
        return served.size();
    }

    /** How far the partitions are that figures are read from. */
    public Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        served.forEach((partition, each) -> each.sets()
                .activity()
                .positions()
                .offsets()
                .forEach((topic, offset) -> positions.put(new TopicPartition(topic, partition), offset)));
        return positions;
    }

    private Uni<PartitionJournal> open(int partition) {
        return Uni.createFrom()
                .deferred(() -> journals.open(partition, inMemory(partition)).invoke(journal -> {
                    had.put(partition, journal);
                    serve(partition, journal);
                }));
    }

    /** A copy goes to whoever opens the partition: nobody else may add to it from then on. */
    private Optional<PartitionSets> inMemory(int partition) {
        PartitionFollower follower = followed.remove(partition);
        return Optional.ofNullable(follower == null ? had.get(partition) : follower);
    }

    private void serve(int partition, PartitionSets sets) {
        ServedPartition before = served.putIfAbsent(partition, new ServedPartition(sets));
        if (before != null && !before.has(sets)) {
            before.replaceBy(sets);
        }
    }
}
