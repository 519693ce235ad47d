package dev.hearth.local;

import org.jspecify.annotations.Nullable;

/**
 * A local server or service did not do what it was asked. The message says which, why as far as known, and what to do.
 */
public final class LocalServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LocalServerException(String message) {
        super(message);
    }

    public LocalServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
