package dev.hearth.acceptance.bench.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** The client's side of SCRAM-SHA-256 (RFC 7677) without channel binding, as PostgreSQL asks for it. */
final class Scram {
    private static final int KEY_BITS = 256;

    private final String password;
    private final String first;

    Scram(String password) {
        byte[] nonce = new byte[18];
        new SecureRandom().nextBytes(nonce);
        this.password = password;
        this.first = "n=,r=" + Base64.getEncoder().encodeToString(nonce);
    }

    /** What the client says first. */
    String first() {
        return "n,," + first;
    }

    /** What it answers to the server's first message. */
    String last(String challenge) {
        Map<String, String> parts = new HashMap<>();
        Arrays.stream(challenge.split(",", -1)).forEach(part -> parts.put(part.substring(0, 1), part.substring(2)));
        String unproven = "c=biws,r=" + parts.getOrDefault("r", "");
        byte[] salt = Base64.getDecoder().decode(parts.getOrDefault("s", ""));
        int rounds = Integer.parseInt(parts.getOrDefault("i", ""));
        try {
            byte[] key = hmac(salted(salt, rounds), "Client Key");
            byte[] stored = MessageDigest.getInstance("SHA-256").digest(key);
            byte[] signature = hmac(stored, first + "," + challenge + "," + unproven);
            for (int place = 0; place < key.length; place++) {
                key[place] ^= signature[place];
            }
            return unproven + ",p=" + Base64.getEncoder().encodeToString(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks SHA-256", e);
        }
    }

    private byte[] salted(byte[] salt, int rounds) throws GeneralSecurityException {
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, rounds, KEY_BITS))
                .getEncoded();
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(UTF_8));
    }
}
