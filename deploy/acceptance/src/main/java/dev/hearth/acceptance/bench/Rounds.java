package dev.hearth.acceptance.bench;

import io.vertx.core.buffer.Buffer;

/** What is asked, one after the other. */
interface Rounds {
    /**
     * A request.
     *
     * @param path where it goes
     * @param body what is posted; empty for a GET
     * @param key its idempotency key; empty for none
     */
    record Round(String path, Buffer body, String key) {}

    /** The next request; one that changes something was never sent before. */
    Round next();
}
