package dev.hearth.platform.identity;

import io.quarkus.security.identity.SecurityIdentity;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Whom the tokens of the last minute were found to stand for. A token is forgotten when it expires, and after a minute
 * at most, so that a key taken back is noticed. Bounded: where there are more tokens than room, all are verified anew.
 */
final class VerifiedTokens {
    static final int MAX = 10_000;
    static final Duration LONGEST = Duration.ofMinutes(1);

    private final Clock clock;
    private final ConcurrentMap<String, Verified> verified = new ConcurrentHashMap<>();

    VerifiedTokens(Clock clock) {
        this.clock = clock;
    }

    private record Verified(SecurityIdentity identity, long until) {}

    @Nullable
    SecurityIdentity find(String token) {
        Verified known = verified.get(token);
        if (known == null) {
            return null;
        }
        if (clock.millis() >= known.until()) {
            var _ = verified.remove(token, known);
            return null;
        }
        return known.identity();
    }

    /** @param expiry when the token expires, in seconds since 1970 */
    void keep(String token, SecurityIdentity identity, long expiry) {
        if (verified.size() >= MAX) {
            verified.clear();
        }
        long expires = Math.min(expiry, Long.MAX_VALUE / 1_000) * 1_000;
        long until = Math.min(expires, clock.millis() + LONGEST.toMillis());
        verified.put(token, new Verified(identity, until));
    }

    int size() {
        return verified.size();
    }
}
