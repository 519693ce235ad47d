package dev.hearth.analytics.course;

import dev.hearth.analytics.figure.WhoseActs;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is followed from day to day. Accounts that operators run are left out.
 *
 * @param community the community
 * @param group only acts in this group, or null for all
 * @param metric what is measured
 * @param kinds by acts of which kinds; empty for all that make a member active
 * @param audience whose acts
 */
public record Subject(String community, @Nullable String group, Metric metric, Set<String> kinds, WhoseActs audience) {
    public Subject {
        kinds = Set.copyOf(kinds);
    }
}
