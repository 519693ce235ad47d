package dev.hearth.analytics.rebuild;

/** The rebuild ends before it is done: somebody wants that, or another part of it has failed. */
final class RebuildStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RebuildStoppedException(String reason) {
        super(reason, null, false, false);
    }
}
