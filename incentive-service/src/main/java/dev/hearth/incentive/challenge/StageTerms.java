package dev.hearth.incentive.challenge;

import dev.hearth.incentive.milestone.Goal;

/**
 * A stage.
 *
 * @param stage its id, by which it is known when the challenge changes
 * @param target the progress that reaches it, 1 or more
 */
record StageTerms(String stage, long target, Prize prize) {
    Goal goal() {
        return new Goal(stage, target);
    }
}
