package dev.hearth.incentive.milestone;

/**
 * A stage to be reached.
 *
 * @param stage the stage's id, by which it is known whatever becomes of its target
 * @param target the progress that reaches it, 1 or more
 */
public record Goal(String stage, long target) {}
