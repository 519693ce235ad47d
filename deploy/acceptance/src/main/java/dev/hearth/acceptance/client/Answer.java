package dev.hearth.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a service answered.
 *
 * @param status the HTTP status
 * @param headers the response's headers
 * @param body the body as JSON; a missing node where it has none or is something else
 */
public record Answer(int status, HttpHeaders headers, JsonNode body) {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    /** Whether the request took effect. */
    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** Whether the server only asks for patience: the same request may be sent again. */
    public boolean isTemporary() {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    /** What the server asked for in {@code Retry-After}, if in seconds. */
    public Optional<Duration> retryAfter() {
        return headers.firstValue("Retry-After")
                .filter(value -> SECONDS.matcher(value).matches())
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    /** This answer, if it succeeded; fails with {@link UnexpectedAnswer} otherwise. */
    public Answer orFail(String request) {
        if (!succeeded()) {
            throw unexpected(request);
        }
        return this;
    }

    /** The failure to throw where this answer is not what the request should have got. */
    public UnexpectedAnswer unexpected(String request) {
        return new UnexpectedAnswer(request, this);
    }
}
