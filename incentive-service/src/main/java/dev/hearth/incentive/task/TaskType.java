package dev.hearth.incentive.task;

/**
 * A feature's kind of task.
 *
 * @param <Q> what was asked for
 * @param <S> where the next step goes on
 * @param name the word in the database and in views, e.g. {@code import}
 * @param request kept as JSON, at most 64 KiB
 * @param state kept as JSON, at most 512 KiB
 */
public record TaskType<Q extends Record, S extends Record>(String name, Class<Q> request, Class<S> state) {}
