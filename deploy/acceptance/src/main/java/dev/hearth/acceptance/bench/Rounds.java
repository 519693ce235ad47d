package dev.hearth.acceptance.bench;

import io.vertx.core.buffer.Buffer;

/** What is posted, one after the other. */
interface Rounds {
    /**
     * A request.
     *
     * @param path where it goes
     * @param key its idempotency key; empty for none
     */
    record Round(String path, Buffer body, String key) {}

    /** A request that was never sent before. */
    Round next();
}
