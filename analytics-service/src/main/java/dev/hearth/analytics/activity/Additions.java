package dev.hearth.analytics.activity;

import java.util.HashMap;
import java.util.Map;

/**
 * What a stretch of the topic added to one partition's sets: all that has to be kept to make them again. Adding the
 * same additions twice changes nothing.
 *
 * @param communities the additions by community
 */
public record Additions(Map<String, CommunityAdditions> communities) {
    public static final Additions NONE = new Additions(Map.of());

    public boolean isEmpty() {
        return communities.isEmpty();
    }

    /** The additions of this stretch and the {@code next}, which must follow it directly. */
    public Additions then(Additions next) {
        Map<String, CommunityAdditions> both = new HashMap<>(communities);
        next.communities.forEach((community, added) -> both.merge(community, added, CommunityAdditions::then));
        return new Additions(both);
    }
}
