package dev.hearth.analytics.health;

import dev.hearth.analytics.projection.AsOf;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All groups of a community as they were at one time.
 *
 * @param at when it was computed
 * @param asOf how fresh what it was computed from was
 * @param setting how they were judged
 * @param groups each group
 */
record Fleet(Instant at, AsOf asOf, HealthSetting setting, Map<String, GroupHealth> groups) {
    static Fleet of(Instant at, AsOf asOf, HealthSetting setting, List<GroupHealth> groups) {
        return new Fleet(
                at,
                asOf,
                setting,
                groups.stream().collect(Collectors.toUnmodifiableMap(GroupHealth::group, Function.identity())));
    }

    Optional<GroupHealth> find(String group) {
        return Optional.ofNullable(groups.get(group));
    }
}
