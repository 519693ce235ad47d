package dev.hearth.incentive.tier;

import dev.hearth.contract.incentive.TierChangeReason;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.standing.Glance;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands, as it was told.
 *
 * @param version grows with every change that a caller can see, 1 or more
 * @param schemeVersion the scheme's version against which its days are counted
 * @param tier the tier's id; null for none
 * @param level its place in the scheme, the lowest is 1, 0 for none
 * @param since the local day from which on
 * @param reason what brought it there
 * @param glance what tells quickly whether points move it
 * @param dueAt when to look again; null for never
 * @param pin what an operator pinned; null for nothing
 */
record MemberTier(
        Holder holder,
        long version,
        int schemeVersion,
        @Nullable String tier,
        int level,
        LocalDate since,
        TierChangeReason reason,
        Glance glance,
        @Nullable Instant dueAt,
        @Nullable Pin pin) {
    /** What is pinned at that time. */
    @Nullable
    Pin pinned(Instant now) {
        return pin != null && pin.holds(now) ? pin : null;
    }

    MemberTier seen(Glance next) {
        return new MemberTier(holder, version, schemeVersion, tier, level, since, reason, next, dueAt, pin);
    }
}
