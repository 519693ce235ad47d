package dev.hearth.incentive.milestone;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What has to happen so that a member holds exactly the stages that its progress is good for. */
public sealed interface Step {
    /** The stage's id. */
    String stage();

    /**
     * The stage is reached: its prize is due.
     *
     * @param attempt 1 at first, more where it had been lost
     */
    record Reach(String stage, int attempt, long target) implements Step {}

    /** The stage is lost: its prize is taken back. */
    record Lose(String stage, int attempt) implements Step {}

    /**
     * The steps, in the order of the goals; none where all is as it should be, so that settling again does nothing.
     *
     * @param goals of the version in force
     * @param reached all that was ever reached
     */
    static List<Step> of(Collection<Goal> goals, long progress, Collection<Reached> reached) {
        List<Step> steps = new ArrayList<>();
        for (Reached once : reached) {
            if (once.holds() && progress < once.target()) {
                steps.add(new Lose(once.stage(), once.attempt()));
            }
        }
        for (Goal goal : goals) {
            boolean held = reached.stream()
                    .anyMatch(once -> once.stage().equals(goal.stage()) && once.holds() && progress >= once.target());
            if (!held && progress >= goal.target()) {
                steps.add(new Reach(goal.stage(), attempt(goal, reached), goal.target()));
            }
        }
        return steps;
    }

    private static int attempt(Goal goal, Collection<Reached> reached) {
        return 1
                + (int) reached.stream()
                        .filter(once -> once.stage().equals(goal.stage()))
                        .count();
    }
}
