package dev.hearth.incentive.condition;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import org.jspecify.annotations.Nullable;

/** Runs a compiled expression; whatever goes wrong is a fault of the expression, told to who wrote it. */
final class Evaluation {
    private Evaluation() {}

    static <T> Evaluated<T> of(Program program, Facts facts, Class<T> type) {
        try {
            Object value = program.eval(facts);
            return type.isInstance(value)
                    ? new Evaluated.Value<>(type.cast(value))
                    : new Evaluated.Fault<>("is no " + type.getSimpleName() + " but " + kindOf(value));
        } catch (CelEvaluationException | RuntimeException e) {
            return new Evaluated.Fault<>(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
    }

    private static String kindOf(@Nullable Object value) {
        return value == null ? "nothing" : value.getClass().getSimpleName();
    }
}
