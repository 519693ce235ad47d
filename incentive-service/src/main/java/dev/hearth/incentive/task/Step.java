package dev.hearth.incentive.task;

import org.jspecify.annotations.Nullable;

/**
 * What came of a step.
 *
 * @param <S> where the next step goes on
 */
public sealed interface Step<S extends Record> {
    /** Units done so far, whatever the task counts. */
    long done();

    /** Units in all, as far as known. */
    @Nullable
    Long total();

    /** There is more to do, from {@code state} on. */
    record Onward<S extends Record>(
            S state, long done, @Nullable Long total) implements Step<S> {}

    /** All is done. The result is what callers see, at most 512 KiB as JSON. */
    record Finished<S extends Record>(
            Record result, long done, @Nullable Long total) implements Step<S> {}
}
