package dev.hearth.platform.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.platform.event.ContractJson;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request with an Idempotency-Key, as it is stored and given again.
 *
 * @param status 200 to 299: a refusal undoes its transaction and is found anew by a repeat
 * @param location where what was made is, if something was
 * @param body JSON, if there is one
 * @param replayed whether this was answered before
 */
public record Answer(
        int status, @Nullable String location, @Nullable String body, boolean replayed) {
    public Answer {
        if (status < 200 || status > 299) {
            throw new IllegalArgumentException("status " + status + " is no success");
        }
    }

    public static Answer created(String location, Record view) {
        return new Answer(201, location, json(view), false);
    }

    public static Answer ok(Record view) {
        return new Answer(200, null, json(view), false);
    }

    /** Taken on, to be done later: {@code location} tells how it stands. */
    public static Answer accepted(String location, Record view) {
        return new Answer(202, location, json(view), false);
    }

    private static String json(Record view) {
        return new String(ContractJson.write(view), UTF_8);
    }
}
