package dev.hearth.incentive.task;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * The effect of a step: done in one transaction with the note of how far the task is, or not at all.
 *
 * @param <S> where the next step goes on
 */
@FunctionalInterface
public interface Piece<S extends Record> {
    Uni<Step<S>> apply(SqlConnection connection);
}
