package dev.hearth.platform.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A request that must take effect once: who calls, what, with which key, and what it says.
 *
 * @param caller the token's subject: keys of different callers never meet
 * @param route method and path with its parameters, e.g. {@code POST /communities/c1/members}
 * @param key the caller's Idempotency-Key, 1 to 255 characters
 * @param hash SHA-256 of the body in hexadecimal
 */
public record KeyedRequest(String caller, String route, String key, String hash) {
    public static final String HEADER = "Idempotency-Key";
    private static final int MAX_KEY = 255;

    public KeyedRequest {
        if (key.isBlank() || key.length() > MAX_KEY) {
            throw new ProblemException(
                    IdempotencyProblem.IDEMPOTENCY_KEY_MALFORMED,
                    FieldError.header(HEADER, "must have 1 to 255 characters, e.g. a UUID"));
        }
    }

    /**
     * @param key the header's value; null where it is missing, which is refused
     * @param body the request as read: two bodies that say the same are the same request, whatever their spacing
     */
    public static KeyedRequest of(String caller, String route, @Nullable String key, Record body) {
        if (key == null) {
            throw new ProblemException(
                    IdempotencyProblem.IDEMPOTENCY_KEY_MISSING,
                    FieldError.header(
                            HEADER, "is missing; send a new UUID with each new request, the same with each repeat"));
        }
        return new KeyedRequest(caller, route, key, HexFormat.of().formatHex(sha256(ContractJson.write(body))));
    }

    /** What the lock that stands for the running request is called. */
    long lock() {
        return ByteBuffer.wrap(sha256((caller + '\n' + route + '\n' + key).getBytes(UTF_8)))
                .getLong();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
