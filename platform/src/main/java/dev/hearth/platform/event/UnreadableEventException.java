package dev.hearth.platform.event;

import org.jspecify.annotations.Nullable;

/** A record that is not the event it should be: it can never be applied and goes to the dead letters. */
public final class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
