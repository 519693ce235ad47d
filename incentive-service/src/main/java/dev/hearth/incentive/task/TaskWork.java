package dev.hearth.incentive.task;

import dev.hearth.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How tasks of one type are done. Beans of it are found by the runner.
 *
 * @param <Q> what was asked for
 * @param <S> where the next step goes on
 */
public abstract class TaskWork<Q extends Record, S extends Record> {
    public abstract TaskType<Q, S> type();

    /**
     * Prepares the next step: seconds of work at most, outside any transaction (reading a topic, computing). It may be
     * prepared again, by another replica; its effect is what takes place once.
     *
     * <p>A {@link ProblemException} of the step, prepared or applied, fails the task with its detail for the caller to
     * read; what passes is tried again; anything else is tried five times.
     *
     * @param state where the step before ended; null for the first one
     */
    public abstract Uni<Piece<S>> next(Task<Q> task, @Nullable S state);

    /** Whether it fills so much of a replica that no two such tasks, of whatever type, may be under way on one. */
    public boolean isHeavy() {
        return false;
    }

    /**
     * This replica goes on with the task no further: it ended, was given up, waits to be tried again or was taken over.
     * What was kept for its next step can go.
     */
    public void leave(UUID task) {}
}
