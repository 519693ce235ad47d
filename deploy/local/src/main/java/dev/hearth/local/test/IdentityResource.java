package dev.hearth.local.test;

import dev.hearth.local.TokenIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * An issuer of tokens with a key made for this run; {@link TestTokens} mints them. Sets what {@code quarkus-oidc}
 * needs.
 */
public final class IdentityResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.oidc.public-key",
                TestTokens.issuer().publicKey(),
                "quarkus.oidc.token.issuer",
                TokenIssuer.NAME,
                "quarkus.oidc.application-type",
                "service");
    }

    @Override
    public void stop() {}
}
