package dev.hearth.incentive.rule;

import dev.hearth.incentive.currency.ExpiryPolicy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says, checked. Kept as JSON for ever: only additions that may be absent.
 *
 * @param kinds the kinds of event it answers, in order
 * @param condition what must hold too, in CEL
 * @param periods ids of the periods in one of which it answers; null is always
 * @param currency what it pays in
 * @param amount a fixed amount; null where {@code pay} says how much
 * @param pay who gets how much, beyond a fixed amount for who acts
 * @param caps its limits
 * @param pace how often it pays
 * @param expiry when what it pays expires; null as the currency says
 * @param pending when what it pays can be spent; null at once
 * @param stacking how it gets along with other rules
 * @param validFrom answers events that occurred at or after this; null is always
 * @param validUntil answers events that occurred before this; null is for ever
 */
record RuleTerms(
        List<String> kinds,
        @Nullable String condition,
        @Nullable List<String> periods,
        String currency,
        @Nullable Long amount,
        @Nullable PayTerms pay,
        List<CapUse> caps,
        @Nullable PaceTerms pace,
        @Nullable ExpiryPolicy expiry,
        @Nullable PendingTerms pending,
        @Nullable StackingTerms stacking,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil) {
    static final int MAX_KINDS = 50;
    static final int MAX_CAPS = 12;
    static final int MAX_PERIODS = 20;

    RuleTerms {
        kinds = List.copyOf(kinds);
        periods = periods == null ? null : List.copyOf(periods);
        caps = List.copyOf(caps);
    }

    PayTerms payOrPlain() {
        return pay == null ? PayTerms.PLAIN : pay;
    }

    List<String> namedPeriods() {
        return periods == null ? List.of() : periods;
    }
}
