package dev.hearth.incentive.task;

/** Another replica works on the task by now: what this one did is undone with its transaction. */
final class LostLeaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostLeaseException() {
        super("the task was taken over", null, false, false);
    }
}
