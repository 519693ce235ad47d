package dev.hearth.incentive.condition;

import java.util.Map;

/**
 * A community as expressions see it: {@code community}.
 *
 * @param id its id
 * @param name its name
 * @param zone its IANA time zone
 */
public record CommunityFacts(String id, String name, String zone) {
    Map<String, Object> named() {
        return Map.of("id", id, "name", name, "zone", zone);
    }
}
