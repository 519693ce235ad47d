package dev.hearth.platform.identity;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads the caller out of a verified token. A claim of an unexpected form allows nothing. */
final class Callers {
    /** Under which an identity that is kept for a while keeps its caller: the claims are read once. */
    static final String ATTRIBUTE = "dev.hearth.caller";

    private Callers() {}

    static Caller of(SecurityIdentity identity) {
        if (identity.getAttribute(ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new UnauthorizedException();
        }
        return read(token);
    }

    static Caller read(JsonWebToken token) {
        String subject = token.getSubject();
        return new Caller(subject == null ? "" : subject, words(token), texts(token), member(token));
    }

    private static Set<String> words(JsonWebToken token) {
        String words = text(token.getClaim("scope"));
        return words == null || words.isBlank()
                ? Set.of()
                : new HashSet<>(Arrays.asList(words.trim().split(" +")));
    }

    private static Set<String> texts(JsonWebToken token) {
        Object claim = token.getClaim("communities");
        Set<String> texts = new HashSet<>();
        if (claim instanceof Collection<?> values) {
            for (Object value : values) {
                String community = text(value);
                if (community != null) {
                    texts.add(community);
                }
            }
        }
        return texts;
    }

    /** A member claim that is there but is no text must not widen the token to an operator's. */
    private static @Nullable String member(JsonWebToken token) {
        Object claim = token.getClaim("member");
        if (claim == null) {
            return null;
        }
        String member = text(claim);
        if (member == null || member.isEmpty()) {
            throw new UnauthorizedException();
        }
        return member;
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case JsonString text -> text.getString();
            case null, default -> null;
        };
    }
}
