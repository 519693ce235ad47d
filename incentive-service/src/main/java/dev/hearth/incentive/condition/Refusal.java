package dev.hearth.incentive.condition;

/** A part of an expression that may not be: where, and what would be right. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long part;

    /** @param part the id of the part in the syntax tree */
    Refusal(long part, String why) {
        super(why, null, false, false);
        this.part = part;
    }

    long part() {
        return part;
    }

    String why() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
