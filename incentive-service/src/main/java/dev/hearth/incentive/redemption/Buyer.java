package dev.hearth.incentive.redemption;

import dev.hearth.incentive.condition.CommunityFacts;
import dev.hearth.incentive.condition.Facts;
import dev.hearth.incentive.condition.MemberFacts;
import dev.hearth.incentive.ledger.Holder;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who redeems.
 *
 * @param holder the member
 * @param member what is known of the member
 * @param community where it is
 * @param today the local day
 */
record Buyer(Holder holder, MemberFacts member, CommunityFacts community, LocalDate today) {
    /** The same, of that tier. */
    Buyer withTier(@Nullable String tier) {
        return new Buyer(holder, member.withTier(tier), community, today);
    }

    Facts facts() {
        return Facts.of(member, community);
    }
}
