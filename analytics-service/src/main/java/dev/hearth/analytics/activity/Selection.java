package dev.hearth.analytics.activity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which acts are looked at.
 *
 * @param community the community
 * @param group only acts in this group, or null for all acts, in whichever group or none
 * @param kinds only acts of any of these kinds; empty for all that make a member active
 * @param audience whose acts
 */
public record Selection(String community, @Nullable String group, Set<String> kinds, Audience audience) {
    public Selection {
        kinds = Set.copyOf(kinds);
    }

    /** Everybody's acts. */
    public Selection(String community, @Nullable String group, Set<String> kinds) {
        this(community, group, kinds, Audience.EVERYBODY);
    }

    public static Selection ofCommunity(String community) {
        return new Selection(community, null, Set.of());
    }

    /** The same audience and group, other kinds. */
    public Selection withKinds(Set<String> others) {
        return new Selection(community, group, others, audience);
    }

    /** The same acts, of everybody. */
    public Selection ofEverybody() {
        return new Selection(community, group, kinds);
    }

    boolean has(Place place) {
        return (group == null || group.equals(place.group()))
                && (kinds.isEmpty() ? place.activity() : kinds.contains(place.kind()));
    }
}
