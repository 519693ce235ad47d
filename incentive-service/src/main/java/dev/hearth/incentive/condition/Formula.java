package dev.hearth.incentive.condition;

import dev.cel.runtime.Program;

/** A compiled expression that is a whole number for some facts. */
public final class Formula {
    private final Program program;

    Formula(Program program) {
        this.program = program;
    }

    /** How much it is; never throws, never wraps. */
    public Evaluated<Long> amount(Facts facts) {
        return Evaluation.of(program, facts, Long.class);
    }
}
