package dev.hearth.incentive.earning;

/** Communities and members are still being read; soon they are. */
final class UnknownSurroundingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownSurroundingsException() {
        super("communities and members are still being read", null, false, false);
    }
}
