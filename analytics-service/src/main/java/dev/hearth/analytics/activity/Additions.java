package dev.hearth.analytics.activity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a stretch of the topics added to one partition: all that has to be kept to make it again. Adding the same
 * additions twice changes nothing.
 *
 * @param communities the additions by community
 */
public record Additions(Map<String, CommunityAdditions> communities) {
    public static final Additions NONE = new Additions(Map.of());

    public boolean isEmpty() {
        return communities.isEmpty();
    }

    /** The additions of stretches that follow each other directly. */
    public static Additions joined(List<Additions> stretches) {
        Map<String, List<CommunityAdditions>> pieces = new HashMap<>();
        stretches.forEach(stretch -> stretch.communities.forEach((community, added) ->
                pieces.computeIfAbsent(community, first -> new ArrayList<>()).add(added)));
        Map<String, CommunityAdditions> whole = new HashMap<>();
        pieces.forEach((community, several) -> whole.put(community, CommunityAdditions.joined(several)));
        return new Additions(whole);
    }

    /** The additions of this stretch and the {@code next}, which must follow it directly. */
    public Additions then(Additions next) {
        return joined(List.of(this, next));
    }
}
