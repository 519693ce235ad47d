package dev.hearth.analytics.health;

import dev.hearth.analytics.population.MemberFilter;
import dev.hearth.analytics.population.Planted;
import dev.hearth.analytics.population.Population;
import dev.hearth.platform.state.Group;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.health.Readiness;

/** Who leads which group: its owner (群主), and whoever of its members is tagged {@code operator}. */
@ApplicationScoped
class Operators {
    static final String TAG = "operator";
    private static final MemberFilter TAGGED =
            new MemberFilter(Set.of(TAG), 0, MemberFilter.MAX_LEVEL, Planted.INCLUDED);

    private final Population population;

    Operators(@Readiness Population population) {
        this.population = population;
    }

    /** By group; a group without any is not in it. */
    Map<String, Set<String>> of(String community, Collection<Group> groups) {
        Map<String, Set<String>> operators = new HashMap<>();
        groups.forEach(group -> group.owner().ifPresent(owner -> add(operators, group.id(), owner)));
        for (String member : population.members(community, TAGGED)) {
            population
                    .find(community, member)
                    .ifPresent(standing -> standing.groups().forEach(group -> add(operators, group, member)));
        }
        return operators;
    }

    private static void add(Map<String, Set<String>> operators, String group, String member) {
        operators.computeIfAbsent(group, first -> new HashSet<>()).add(member);
    }
}
