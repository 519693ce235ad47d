package dev.hearth.incentive.redemption;

import org.jspecify.annotations.Nullable;

/** What can be done with a redemption. */
sealed interface Act {
    /**
     * Pay what is reserved.
     *
     * @param fulfils whether the member has it at once
     * @param refundDays within how many days it can be given back then; null is never
     */
    record Confirm(boolean fulfils, @Nullable Integer refundDays) implements Act {}

    /**
     * Hand it over.
     *
     * @param refundDays within how many days it can be given back then; null is never
     */
    record Fulfil(@Nullable Integer refundDays) implements Act {}

    /** Give up what is reserved. */
    record Cancel() implements Act {}

    /** Let go of what was not confirmed in time. */
    record TimeOut() implements Act {}

    /** Take back what is paid. */
    record Refund() implements Act {}
}
