package dev.hearth.contract.incentive;

import dev.hearth.contract.Contract;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member's tier (等级) became another. Told once for what it finally is: whoever falls and rises again in one moment is
 * not told of.
 *
 * @param memberId whose tier
 * @param from the tier before, absent for none
 * @param to the tier now, absent for none
 * @param fromLevel its place in the scheme, the lowest is 1, 0 for no tier
 * @param toLevel its place in the scheme, the lowest is 1, 0 for no tier
 * @param reason what changed it
 * @param since the local day from which on the member has it
 * @param schemeVersion version of the tier scheme
 * @param currency whose points qualify
 * @param earned the member's qualifying points of the period
 * @param until when an operator's override ends, where that gives the tier
 * @param note why, where an operator said so
 */
@Contract(type = "dev.hearth.incentive.tier-changed.v1", topic = "hearth.incentive")
public record TierChanged(
        String memberId,
        @Nullable String from,
        @Nullable String to,
        int fromLevel,
        int toLevel,
        TierChangeReason reason,
        LocalDate since,
        int schemeVersion,
        String currency,
        long earned,
        @Nullable Instant until,
        @Nullable String note) {}
