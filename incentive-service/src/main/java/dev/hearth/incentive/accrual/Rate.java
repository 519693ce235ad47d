package dev.hearth.incentive.accrual;

import java.util.function.Function;

/** How much one event is worth, before shares, multipliers and caps. A negative amount debits. */
public sealed interface Rate {
    /** What the event is worth. Never throws: what cannot be computed, or not within range, is a fault. */
    Reading of(Occurrence occurrence);

    /**
     * The same for every event.
     *
     * @param points −{@value Rule#MAX_AMOUNT} to {@value Rule#MAX_AMOUNT}, not 0
     */
    record Fixed(long points) implements Rate {
        public Fixed {
            if (points == 0 || Math.abs(points) > Rule.MAX_AMOUNT) {
                throw new IllegalArgumentException(
                        "amount is " + points + ", must be 1 to " + Rule.MAX_AMOUNT + ", or the same below zero");
            }
        }

        @Override
        public Reading of(Occurrence occurrence) {
            return new Reading.Value(points);
        }
    }

    /**
     * By the event's value: {@code points} for every {@code units}, in proportion, then rounded. A negative value, such
     * as a purchase given back, debits.
     *
     * @param points 1 to {@value Rule#MAX_AMOUNT}
     * @param units 1 or more
     */
    record PerUnit(long points, long units, Rounding rounding) implements Rate {
        public PerUnit {
            if (points < 1 || points > Rule.MAX_AMOUNT || units < 1) {
                throw new IllegalArgumentException("points and units are 1 or more: " + points + ", " + units);
            }
        }

        @Override
        public Reading of(Occurrence occurrence) {
            Long value = occurrence.value();
            if (value == null) {
                return new Reading.Fault("the event has no value");
            }
            try {
                return inRange(rounding.divide(Math.multiplyExact(value, points), units));
            } catch (ArithmeticException e) {
                return new Reading.Fault("the event's value is too large");
            }
        }
    }

    /**
     * By an expression.
     *
     * @param formula never throws
     */
    record Computed(Function<Occurrence, Reading> formula) implements Rate {
        @Override
        public Reading of(Occurrence occurrence) {
            return switch (formula.apply(occurrence)) {
                case Reading.Value(long points) -> inRange(points);
                case Reading.Fault fault -> fault;
            };
        }
    }

    private static Reading inRange(long points) {
        return points < -Rule.MAX_AMOUNT || points > Rule.MAX_AMOUNT
                ? new Reading.Fault(
                        "the amount is " + points + ", must be -" + Rule.MAX_AMOUNT + " to " + Rule.MAX_AMOUNT)
                : new Reading.Value(points);
    }
}
