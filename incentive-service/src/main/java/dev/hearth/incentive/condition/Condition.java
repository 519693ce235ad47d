package dev.hearth.incentive.condition;

import dev.cel.runtime.Program;

/** A compiled expression that is true or false of some facts. */
public final class Condition {
    private final Program program;

    Condition(Program program) {
        this.program = program;
    }

    /** Whether it holds; never throws. */
    public Evaluated<Boolean> test(Facts facts) {
        return Evaluation.of(program, facts, Boolean.class);
    }
}
