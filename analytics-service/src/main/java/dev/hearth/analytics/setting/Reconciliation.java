package dev.hearth.analytics.setting;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has to be done so that store and topic say the same: of each setting the higher version holds, wherever it is.
 *
 * @param kinds of which there are settings
 * @param lost what only the topic has, with what the store has in its place
 * @param untold what only the store has
 * @param settled what was taken away so long ago that everybody knows it
 */
record Reconciliation(Set<String> kinds, List<Loss> lost, List<KeptSetting> untold, List<KeptSetting> settled) {
    /** Longer than any replica is behind the topic that it serves from. */
    private static final Duration TO_BE_KNOWN = Duration.ofDays(1);

    record Loss(Optional<KeptSetting> stored, KeptSetting told) {}

    static Reconciliation of(List<KeptSetting> stored, List<KeptSetting> told, Instant now) {
        Map<KeptSetting.Key, KeptSetting> store =
                stored.stream().collect(Collectors.toMap(KeptSetting::key, Function.identity()));
        Map<KeptSetting.Key, KeptSetting> topic = new HashMap<>();
        told.forEach(each -> topic.put(each.key(), each));
        Instant knownToAll = now.minus(TO_BE_KNOWN);
        return new Reconciliation(
                Stream.concat(stored.stream(), told.stream())
                        .map(each -> each.key().kind())
                        .collect(Collectors.toSet()),
                told.stream()
                        .map(each -> new Loss(Optional.ofNullable(store.get(each.key())), each))
                        .filter(loss -> version(loss.stored()) < loss.told().version())
                        .toList(),
                stored.stream()
                        .filter(each -> isUntold(each, Optional.ofNullable(topic.get(each.key()))))
                        .toList(),
                stored.stream()
                        .filter(each -> each.isTakenAway()
                                && !topic.containsKey(each.key())
                                && each.changedAt().isBefore(knownToAll))
                        .toList());
    }

    /** The newer of the two, the stored one if they are the same. */
    static Optional<KeptSetting> newer(Optional<KeptSetting> stored, Optional<KeptSetting> told) {
        return version(stored) < version(told) ? told : stored;
    }

    private static boolean isUntold(KeptSetting stored, Optional<KeptSetting> told) {
        return told.map(had -> had.version() < stored.version()).orElse(!stored.isTakenAway());
    }

    private static long version(Optional<KeptSetting> setting) {
        return setting.map(KeptSetting::version).orElse(0L);
    }
}
