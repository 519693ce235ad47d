package dev.hearth.analytics.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What one partition has of all communities, and how far it is. Any thread adds or reads, and sees whole batches only.
 */
public final class PartitionActivity {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, CommunityActivity> communities = new HashMap<>();
    /** Communities with additions not yet taken. */
    private final Map<String, CommunityActivity> changed = new HashMap<>();

    private volatile Positions positions = Positions.START;

    /** Adds acts, in any order and as often as they come. */
    public void add(List<Act> acts) {
        adding(() -> acts.forEach(this::add));
    }

    /** Adds the acts of a topic's records up to offset {@code to}. */
    public void add(List<Act> acts, String topic, long to) {
        adding(() -> {
            acts.forEach(this::add);
            positions = positions.with(topic, to);
        });
    }

    /** Adds what was taken before from this or another one. {@link #takeAdditions} does not give it again. */
    public void add(Additions additions) {
        adding(() -> additions
                .communities()
                .forEach((community, added) -> of(community).add(added)));
    }

    /** Says how far what was added goes. */
    public void reached(Positions to) {
        adding(() -> positions = to);
    }

    public Positions positions() {
        return positions;
    }

    /** What was added since the last call. */
    public Stretch takeAdditions() {
        return locked(lock.writeLock(), () -> {
            Map<String, CommunityAdditions> taken = new HashMap<>();
            changed.forEach((community, activity) -> taken.put(community, activity.takeAdditions()));
            changed.clear();
            return new Stretch(taken.isEmpty() ? Additions.NONE : new Additions(taken), positions);
        });
    }

    /** The communities that have acts here. */
    public Set<String> communities() {
        return locked(lock.readLock(), () -> Set.copyOf(communities.keySet()));
    }

    /** Of all communities, with how far it is for. */
    public Map.Entry<Positions, Fingerprint> fingerprint() {
        return locked(
                lock.readLock(),
                () -> Map.entry(
                        positions,
                        communities.entrySet().stream()
                                .map(each -> Fingerprint.of(each.getKey(), each.getValue()))
                                .reduce(Fingerprint.NOTHING, Fingerprint::plus)));
    }

    /** Of each community, with how far it is for. */
    public Fingerprints fingerprints() {
        return locked(lock.readLock(), () -> {
            Map<String, Fingerprint> each = new HashMap<>();
            communities.forEach((community, activity) -> each.put(community, Fingerprint.of(community, activity)));
            return new Fingerprints(positions, each);
        });
    }

    /** What {@code question} answers about a community, while nothing is added; empty if it has no acts here. */
    <T> Optional<T> ask(String community, Function<CommunityActivity, T> question) {
        return locked(
                lock.readLock(),
                () -> Optional.ofNullable(communities.get(community)).map(question));
    }

    private void add(Act act) {
        CommunityActivity community = of(act.community());
        if (community.add(act)) {
            changed.put(act.community(), community);
        }
    }

    private void adding(Runnable work) {
        var _ = locked(lock.writeLock(), () -> {
            work.run();
            return true;
        });
    }

    private static <T> T locked(Lock held, Supplier<T> work) {
        held.lock();
        try {
            return work.get();
        } finally {
            held.unlock();
        }
    }

    private CommunityActivity of(String community) {
        return communities.computeIfAbsent(community, id -> new CommunityActivity());
    }
}
