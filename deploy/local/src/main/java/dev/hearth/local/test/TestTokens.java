package dev.hearth.local.test;

import dev.hearth.local.TokenIssuer;
import dev.hearth.local.TokenRequest;

/** Tokens for tests, accepted by an application that runs with {@link IdentityResource}. */
public final class TestTokens {

    private static final String KEY = "hearth.local.identity.key";

    private TestTokens() {}

    /** A token for everything in every community. */
    public static String all() {
        return token(TokenRequest.forEverything());
    }

    /**
     * A token with some scopes in one community.
     *
     * @param scopes space separated, such as {@code members:write members:read}
     */
    public static String with(String community, String scopes) {
        return token(TokenRequest.forSubject("test").community(community).scopes(scopes));
    }

    /** A member-level token: acts only for that member. */
    public static String member(String community, String member, String scopes) {
        return token(TokenRequest.forSubject(member)
                .community(community)
                .scopes(scopes)
                .member(member));
    }

    /** Any other token. */
    public static String token(TokenRequest request) {
        return issuer().token(request);
    }

    /** The same in every class loader of this JVM. */
    static TokenIssuer issuer() {
        synchronized (System.getProperties()) {
            var key = System.getProperty(KEY);
            if (key != null) {
                return TokenIssuer.of(key);
            }
            var issuer = TokenIssuer.generate();
            System.setProperty(KEY, issuer.privateKey());
            return issuer;
        }
    }
}
