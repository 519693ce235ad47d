package dev.hearth.incentive.task;

/** How a task stands. */
public enum TaskStatus {
    /** Nobody has begun it. */
    QUEUED,
    /** Begun; it goes on by itself, also after a restart. */
    RUNNING,
    /** Ended, with a result. */
    DONE,
    /** Given up, with the reason; the steps that were done stay done. */
    FAILED
}
