package dev.hearth.local;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Mints bearer tokens with a key of this machine, in place of the identity provider that production has. */
public final class TokenIssuer {

    /** The {@code iss} claim. */
    public static final String NAME = "https://hearth.local";

    /** The {@code aud} claim that the services ask for. */
    public static final String AUDIENCE = "hearth";

    private static final int KEY_BITS = 2048;

    private final RSAPrivateCrtKey key;

    private TokenIssuer(RSAPrivateCrtKey key) {
        this.key = key;
    }

    /** With a new key. */
    public static TokenIssuer generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return new TokenIssuer(
                    (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new LocalServerException("This JVM makes no RSA keys", e);
        }
    }

    /** With the key that {@link #privateKey} gave. */
    public static TokenIssuer of(String privateKey) {
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey.strip()));
            return new TokenIssuer(
                    (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new LocalServerException("Not a signing key of the local issuer", e);
        }
    }

    /** PKCS #8, Base64. Secret. */
    public String privateKey() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** X.509, Base64 without header and line breaks: as {@code quarkus.oidc.public-key} takes it. */
    public String publicKey() {
        try {
            var specification = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            var publicKey = KeyFactory.getInstance("RSA").generatePublic(specification);
            return Base64.getEncoder().encodeToString(publicKey.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new LocalServerException("This JVM makes no RSA keys", e);
        }
    }

    /** A signed token (RS256), valid from now on. */
    public String token(TokenRequest request) {
        var now = NumericDate.now();
        var claims = new JwtClaims();
        claims.setIssuer(NAME);
        claims.setAudience(AUDIENCE);
        claims.setSubject(request.subject());
        claims.setGeneratedJwtId();
        claims.setIssuedAt(now);
        claims.setExpirationTime(
                NumericDate.fromSeconds(now.getValue() + request.lifetime().toSeconds()));
        claims.setStringClaim("scope", String.join(" ", request.scopes()));
        claims.setStringListClaim("communities", request.communities());
        request.member().ifPresent(member -> claims.setStringClaim("member", member));
        return sign(claims);
    }

    private String sign(JwtClaims claims) {
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new LocalServerException("Cannot sign a token", e);
        }
    }
}
