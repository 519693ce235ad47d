package dev.hearth.acceptance.client;

/** A service did not answer, or only asked for patience, for longer than the caller wanted to wait. */
public final class SuiteUnreachable extends RuntimeException {
    SuiteUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
