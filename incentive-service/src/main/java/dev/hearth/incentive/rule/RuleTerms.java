package dev.hearth.incentive.rule;

import dev.hearth.incentive.accrual.Cap;
import dev.hearth.incentive.accrual.Rule;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says.
 *
 * @param kinds the kinds of event it answers
 * @param currency what it pays in
 * @param amount what it pays for each event
 * @param ownPoints points a member gets by it in a local day, at most; null is no limit
 * @param ownTimes how often a member gets something by it in a local day, at most; null is no limit
 * @param sharedCaps ids of the community's caps that limit it too
 * @param validFrom answers events that occurred at or after this; null is always
 * @param validUntil answers events that occurred before this; null is for ever
 */
record RuleTerms(
        SortedSet<String> kinds,
        String currency,
        long amount,
        @Nullable Long ownPoints,
        @Nullable Long ownTimes,
        SortedSet<String> sharedCaps,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil) {
    static final int MAX_KINDS = 50;
    static final int MAX_CAPS = 12;

    /** Times are kept as the database keeps them, so that the same terms are equal after they were stored. */
    RuleTerms {
        kinds = new TreeSet<>(kinds);
        sharedCaps = new TreeSet<>(sharedCaps);
        validFrom = validFrom == null ? null : validFrom.truncatedTo(ChronoUnit.MICROS);
        validUntil = validUntil == null ? null : validUntil.truncatedTo(ChronoUnit.MICROS);
    }

    /** The rule as events meet it; {@code shared} has every cap of {@code sharedCaps}. */
    Rule rule(String id, int version, Map<String, Cap> shared) {
        List<Cap> caps = new ArrayList<>();
        if (ownPoints != null) {
            caps.add(Cap.ofRule(id, Cap.Unit.POINTS, ownPoints));
        }
        if (ownTimes != null) {
            caps.add(Cap.ofRule(id, Cap.Unit.TIMES, ownTimes));
        }
        for (String cap : sharedCaps) {
            Cap named = shared.get(cap);
            if (named == null) {
                throw new IllegalArgumentException("rule " + id + " names cap " + cap + ", which is not there");
            }
            caps.add(named);
        }
        return new Rule(id, version, kinds, currency, amount, caps, validFrom, validUntil);
    }
}
