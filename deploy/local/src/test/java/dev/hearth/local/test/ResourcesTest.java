package dev.hearth.local.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.local.TokenIssuer;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;

class ResourcesTest {

    @Test
    void givesEveryStartADatabaseOfItsOwnOnTheSameServer() {
        var first = postgres();
        var second = postgres();
        assertThat(first.get("quarkus.datasource.jdbc.url"))
                .contains("/hearth_member_")
                .isNotEqualTo(second.get("quarkus.datasource.jdbc.url"));
        assertThat(first.get("quarkus.datasource.reactive.url")).startsWith("postgresql://127.0.0.1:");
        assertThatThrownBy(() -> new PostgresResource().init(Map.of())).hasMessageContaining("database");
    }

    @Test
    void mintsTokensThatTheConfiguredKeyVerifies() throws Exception {
        var claims = verified(TestTokens.member("c", "m", "members:read"));
        assertThat(claims.getStringClaimValue("member")).isEqualTo("m");
        assertThat(claims.getStringListClaimValue("communities")).containsExactly("c");
        assertThat(claims.getStringClaimValue("scope")).isEqualTo("members:read");
        assertThat(verified(TestTokens.all()).getStringListClaimValue("communities"))
                .containsExactly("*");
    }

    @Test
    void mintsTokensThatAnotherKeyDoesNotVerify() {
        var foreign = TokenIssuer.generate().token(dev.hearth.local.TokenRequest.forEverything());
        assertThatThrownBy(() -> verified(foreign)).isInstanceOf(InvalidJwtException.class);
    }

    private static Map<String, String> postgres() {
        var resource = new PostgresResource();
        resource.init(Map.of("database", "hearth_member"));
        return resource.start();
    }

    private static JwtClaims verified(String token) throws Exception {
        var configured = new IdentityResource().start();
        var encoded = Base64.getDecoder().decode(configured.get("quarkus.oidc.public-key"));
        return new JwtConsumerBuilder()
                .setVerificationKey(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded)))
                .setExpectedIssuer(configured.get("quarkus.oidc.token.issuer"))
                .setExpectedAudience(TokenIssuer.AUDIENCE)
                .build()
                .processToClaims(token);
    }
}
