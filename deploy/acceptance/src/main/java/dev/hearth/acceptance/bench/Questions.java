package dev.hearth.acceptance.bench;

import io.vertx.core.buffer.Buffer;

/** Questions that are asked in turn, again and again. */
final class Questions implements Rounds {
    private static final Buffer NO_BODY = Buffer.buffer();

    private final String[] paths;
    private int next;

    /**
     * Asks none yet.
     *
     * @param paths with spaces between
     * @param run so that those who ask side by side do not ask the same
     */
    Questions(String paths, int run) {
        this.paths = paths.split(" ", -1);
        this.next = run % this.paths.length;
    }

    @Override
    public Round next() {
        next = (next + 1) % paths.length;
        return new Round(paths[next], NO_BODY, "");
    }
}
