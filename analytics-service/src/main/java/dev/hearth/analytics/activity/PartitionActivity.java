package dev.hearth.analytics.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/** The sets of one partition. One thread adds; any thread reads, and sees whole batches only. */
public final class PartitionActivity {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, CommunityActivity> communities = new HashMap<>();
    /** Communities with additions not yet taken. */
    private final Map<String, CommunityActivity> changed = new HashMap<>();

    /** Adds acts, in any order and as often as they come. */
    public void add(List<Act> acts) {
        adding(() -> acts.forEach(this::add));
    }

    /** Adds what was taken before from these or other sets. {@link #takeAdditions} does not give it again. */
    public void add(Additions additions) {
        adding(() -> additions
                .communities()
                .forEach((community, added) -> of(community).add(added)));
    }

    /** What acts added since the last call. */
    public Additions takeAdditions() {
        lock.writeLock().lock();
        try {
            Map<String, CommunityAdditions> taken = new HashMap<>();
            changed.forEach((community, activity) -> taken.put(community, activity.takeAdditions()));
            changed.clear();
            return taken.isEmpty() ? Additions.NONE : new Additions(taken);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** What {@code question} answers about a community, while nothing is added; empty if it has no acts here. */
    <T> Optional<T> ask(String community, Function<CommunityActivity, T> question) {
        lock.readLock().lock();
        try {
            return Optional.ofNullable(communities.get(community)).map(question);
        } finally {
            lock.readLock().unlock();
        }
    }

    private void add(Act act) {
        CommunityActivity community = of(act.community());
        if (community.add(act)) {
            changed.put(act.community(), community);
        }
    }

    private void adding(Runnable work) {
        lock.writeLock().lock();
        try {
            work.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private CommunityActivity of(String community) {
        return communities.computeIfAbsent(community, id -> new CommunityActivity());
    }
}
