package dev.hearth.platform.idempotency;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with an Idempotency-Key. */
public enum IdempotencyProblem implements ProblemType {
    IDEMPOTENCY_KEY_MISSING(400, "This operation needs an Idempotency-Key"),
    IDEMPOTENCY_KEY_MALFORMED(400, "The Idempotency-Key is empty or too long"),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another request"),
    REQUEST_STILL_RUNNING(409, "The request with this Idempotency-Key is still running");

    private final int status;
    private final String title;

    IdempotencyProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
