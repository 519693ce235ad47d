package dev.hearth.incentive.compensation;

import org.jspecify.annotations.Nullable;

/** Whether a compensation paid back. */
enum Verdict {
    /** Nobody's horizon is over yet. */
    TOO_EARLY,
    /** Fewer than ten treated, or held out, whose horizon is over. */
    TOO_FEW,
    /** The difference is what was expected, or more, and is none of chance. */
    PAID_BACK,
    /** The difference is less than was expected, and that is none of chance. */
    NOT_PAID_BACK,
    /** The interval allows for both. */
    UNDECIDED;

    /** @param expected difference of means, above 0 */
    static Verdict of(long settled, @Nullable Effect effect, double expected) {
        if (settled == 0) {
            return TOO_EARLY;
        }
        if (effect == null) {
            return TOO_FEW;
        }
        if (effect.difference() >= expected && effect.low() > 0) {
            return PAID_BACK;
        }
        return effect.high() < expected ? NOT_PAID_BACK : UNDECIDED;
    }
}
