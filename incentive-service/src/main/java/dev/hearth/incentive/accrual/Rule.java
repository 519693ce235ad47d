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
 * @param trigger which events it answers
 * @param pay what it pays for them, as far as the caps leave it
 * @param caps its limits; all of them hold. Debits are neither limited nor counted
 * @param pace how often it pays
 * @param stacking how it gets along with other rules
 */
public record Rule(String id, int version, Trigger trigger, Pay pay, List<Cap> caps, Pace pace, Stacking stacking) {
    /** The most that one event earns or loses by one rule. Nine billion such awards fit a wallet. */
    public static final long MAX_AMOUNT = 1_000_000;

    public Rule {
        caps = List.copyOf(caps);
    }

    /** A rule that pays who acts a fixed amount. */
    public Rule(
            String id,
            int version,
            Set<String> kinds,
            String currency,
            long amount,
            List<Cap> caps,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil) {
        this(
                id,
                version,
                new Trigger(kinds, new Span(validFrom, validUntil), List.of(), null),
                Pay.of(currency, new Rate.Fixed(amount)),
                caps,
                Pace.FREE,
                Stacking.FREE);
    }

    public String currency() {
        return pay.currency();
    }
}
