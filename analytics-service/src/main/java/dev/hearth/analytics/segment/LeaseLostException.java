package dev.hearth.analytics.segment;

/** It is not this rebuild's turn, or not any more: another has begun, or the store has lost the turn. */
public final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLostException(String rebuild) {
        super("it is not the turn of rebuild " + rebuild);
    }
}
