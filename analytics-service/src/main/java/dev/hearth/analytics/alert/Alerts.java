package dev.hearth.analytics.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/**
 * The latest alerts of each community in this replica's memory. Of each kind the newest {@value #MOST} are kept, so
 * that many members at risk do not push out the one group that fell silent.
 */
@ApplicationScoped
public class Alerts {
    static final int MOST = 200;

    private final Map<String, Map<String, NavigableSet<Alert>>> communities = new ConcurrentHashMap<>();

    /** The id of a community's newest alert: another one whenever something was told. */
    public Optional<String> latest(String community) {
        return newestFirst(community, Set.of()).findFirst().map(Alert::id);
    }

    /** @param kinds which; empty for all */
    Stream<Alert> newestFirst(String community, Set<String> kinds) {
        return communities.getOrDefault(community, Map.of()).entrySet().stream()
                .filter(kept -> kinds.isEmpty() || kinds.contains(kept.getKey()))
                .flatMap(kept -> kept.getValue().stream())
                .sorted(Alert.ORDER);
    }

    /** What is here already changes nothing, also where it was told again at a later time. Called by one thread. */
    void take(String community, Alert alert) {
        NavigableSet<Alert> kept = communities
                .computeIfAbsent(community, same -> new ConcurrentHashMap<>())
                .computeIfAbsent(alert.kind(), same -> new ConcurrentSkipListSet<>(Alert.ORDER));
        boolean isKnown = kept.stream().anyMatch(each -> each.id().equals(alert.id()));
        if (!isKnown && kept.add(alert) && kept.size() > MOST) {
            var _ = kept.pollLast();
        }
    }
}
