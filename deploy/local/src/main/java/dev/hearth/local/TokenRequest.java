package dev.hearth.local;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a token shall say.
 *
 * @param subject who acts: a product team, a tool, a person
 * @param scopes what he may do, such as {@code members:write}
 * @param communities where he may do it; {@code *} is everywhere
 * @param member if present, the one member whom he may act for
 * @param lifetime how long the token is valid; negative makes one that has expired
 */
public record TokenRequest(
        String subject, List<String> scopes, List<String> communities, Optional<String> member, Duration lifetime) {

    /** Every scope there is. */
    public static final List<String> ALL_SCOPES = List.of(
            "communities:write",
            "communities:read",
            "members:write",
            "members:read",
            "events:write",
            "kinds:write",
            "kinds:read",
            "incentives:write",
            "incentives:approve",
            "incentives:read",
            "analytics:read",
            "analytics:write",
            "operations:read",
            "operations:write");

    public static final String EVERYWHERE = "*";

    private static final Duration DEFAULT_LIFETIME = Duration.ofHours(12);

    public TokenRequest {
        if (subject.isBlank()) {
            throw new IllegalArgumentException("A token needs a subject");
        }
        scopes = List.copyOf(scopes);
        communities = List.copyOf(communities);
    }

    /** No scope and no community yet: the token alone opens nothing. */
    public static TokenRequest forSubject(String subject) {
        return new TokenRequest(subject, List.of(), List.of(), Optional.empty(), DEFAULT_LIFETIME);
    }

    /** Every scope in every community. */
    public static TokenRequest forEverything() {
        return new TokenRequest("local", ALL_SCOPES, List.of(EVERYWHERE), Optional.empty(), DEFAULT_LIFETIME);
    }

    /** With these scopes instead; space separated. */
    public TokenRequest scopes(String spaceSeparated) {
        var split = Stream.of(spaceSeparated.split(" ", -1))
                .filter(scope -> !scope.isBlank())
                .toList();
        return new TokenRequest(subject, split, communities, member, lifetime);
    }

    /** With this community as well. */
    public TokenRequest community(String community) {
        var more = Stream.concat(communities.stream(), Stream.of(community)).toList();
        return new TokenRequest(subject, scopes, more, member, lifetime);
    }

    /** Only for this member. */
    public TokenRequest member(String id) {
        return new TokenRequest(subject, scopes, communities, Optional.of(id), lifetime);
    }

    public TokenRequest lifetime(Duration duration) {
        return new TokenRequest(subject, scopes, communities, member, duration);
    }
}
