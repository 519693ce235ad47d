package dev.hearth.incentive.redemption;

import dev.hearth.contract.incentive.CancellationCause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a redemption stands. */
sealed interface Stage {
    /** The database's word for it. */
    State state();

    /** The words of the database and of callers. */
    enum State {
        RESERVED,
        CONFIRMED,
        FULFILLED,
        CANCELLED,
        TIMED_OUT,
        REFUNDED
    }

    /**
     * Stock and points are set aside.
     *
     * @param until when that lapses: it can be confirmed before, not at that time
     */
    record Reserved(Instant until) implements Stage {
        @Override
        public State state() {
            return State.RESERVED;
        }
    }

    /**
     * Paid, and still owed to the member.
     *
     * @param at since when
     */
    record Confirmed(Instant at) implements Stage {
        @Override
        public State state() {
            return State.CONFIRMED;
        }
    }

    /**
     * The member has it.
     *
     * @param at since when
     * @param refundableUntil up to when it can be given back; null is never
     */
    record Fulfilled(Instant at, @Nullable Instant refundableUntil) implements Stage {
        @Override
        public State state() {
            return State.FULFILLED;
        }
    }

    /**
     * It came to nothing: the points are back. Nothing follows.
     *
     * @param cause how
     * @param at since when
     */
    record Ended(CancellationCause cause, Instant at) implements Stage {
        @Override
        public State state() {
            return switch (cause) {
                case CANCELLED -> State.CANCELLED;
                case TIMED_OUT -> State.TIMED_OUT;
                case REFUNDED -> State.REFUNDED;
            };
        }
    }
}
