package dev.hearth.incentive.milestone;

/**
 * A stage that a member once reached.
 *
 * @param stage the stage's id
 * @param attempt which time, 1 or more
 * @param target what the progress had to be then: a later change of the challenge takes nothing away
 * @param holds whether it still holds, so that its prize is with the member
 */
public record Reached(String stage, int attempt, long target, boolean holds) {}
