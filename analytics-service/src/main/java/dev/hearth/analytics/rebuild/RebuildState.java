package dev.hearth.analytics.rebuild;

/** How far a rebuild is. */
public enum RebuildState {
    /** It reads the topics. */
    RUNNING,
    /** All is read and compared; what was written is read back from the store before it counts. */
    VERIFYING,
    /** What was rebuilt is what is served. */
    SWITCHED,
    /** All is compared; nothing was to be switched. */
    VERIFIED,
    /** It came to no end; what was served before is served still. */
    FAILED,
    /** Somebody cancelled it; what was served before is served still. */
    CANCELLED;

    boolean hasEnded() {
        return switch (this) {
            case RUNNING, VERIFYING -> false;
            case SWITCHED, VERIFIED, FAILED, CANCELLED -> true;
        };
    }
}
