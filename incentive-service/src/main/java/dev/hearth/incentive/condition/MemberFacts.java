package dev.hearth.incentive.condition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member as expressions see it: {@code member}. A member that is not known (yet) has an empty status, level 0, no
 * tags and no groups.
 *
 * @param id the member's id
 * @param status {@code PENDING}, {@code ACTIVE}, {@code BANNED}, {@code LEFT}; empty if not known
 * @param level 0 upwards
 * @param tags the member's tags
 * @param groups ids of the member's groups
 * @param planted whether operators run the account (托儿)
 * @param tier the id of the member's tier; null is none
 */
public record MemberFacts(
        String id,
        String status,
        long level,
        Set<String> tags,
        Set<String> groups,
        boolean planted,
        @Nullable String tier) {
    public MemberFacts {
        tags = Set.copyOf(tags);
        groups = Set.copyOf(groups);
    }

    /** A member of whom nothing is known. */
    public static MemberFacts unknown(String id) {
        return new MemberFacts(id, "", 0, Set.of(), Set.of(), false, null);
    }

    public MemberFacts withTier(@Nullable String held) {
        return new MemberFacts(id, status, level, tags, groups, planted, held);
    }

    Map<String, Object> named() {
        Map<String, Object> named = HashMap.newHashMap(7);
        named.put("id", id);
        named.put("status", status);
        named.put("level", level);
        named.put("tags", List.copyOf(tags));
        named.put("groups", List.copyOf(groups));
        named.put("planted", planted);
        named.put("tier", tier == null ? "" : tier);
        return named;
    }
}
