package dev.hearth.incentive.accrual;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of an earning rule.
 *
 * @param id the rule's id, unique in its community
 * @param version 1 or more
 * @param kinds the kinds of event it answers
 * @param currency what it pays in
 * @param amount what it pays for each event, 1 to {@value #MAX_AMOUNT}, as far as the caps leave it
 * @param caps its limits; all of them hold
 * @param validFrom answers events that occurred at or after this; null is always
 * @param validUntil answers events that occurred before this; null is for ever
 */
public record Rule(
        String id,
        int version,
        Set<String> kinds,
        String currency,
        long amount,
        List<Cap> caps,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil) {
    /** The most that one event earns by one rule. Nine billion such awards fit a wallet. */
    public static final long MAX_AMOUNT = 1_000_000;

    public Rule {
        kinds = Set.copyOf(kinds);
        caps = List.copyOf(caps);
        if (amount < 1 || amount > MAX_AMOUNT) {
            throw new IllegalArgumentException("amount is " + amount + ", must be 1 to " + MAX_AMOUNT);
        }
        if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
            throw new IllegalArgumentException("validity ends before it begins: " + validFrom + ", " + validUntil);
        }
    }

    boolean answers(Occurrence occurrence) {
        return kinds.contains(occurrence.kind())
                && (validFrom == null || !occurrence.occurredAt().isBefore(validFrom))
                && (validUntil == null || occurrence.occurredAt().isBefore(validUntil));
    }
}
