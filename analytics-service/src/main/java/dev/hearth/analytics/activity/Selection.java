package dev.hearth.analytics.activity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which acts are looked at.
 *
 * @param community the community
 * @param group only acts in this group, or null for all acts, in whichever group or none
 * @param kinds only acts of any of these kinds; empty for all kinds
 */
public record Selection(String community, @Nullable String group, Set<String> kinds) {
    public Selection {
        kinds = Set.copyOf(kinds);
    }

    public static Selection ofCommunity(String community) {
        return new Selection(community, null, Set.of());
    }
}
