package dev.hearth.incentive.redemption;

import dev.hearth.incentive.condition.CommunityFacts;
import dev.hearth.incentive.condition.MemberFacts;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.member.Members;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.state.Communities;
import dev.hearth.platform.state.Community;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/** Knows who may redeem: members in good standing, as member-service tells of them. */
@ApplicationScoped
class Buyers {
    private static final String IN_GOOD_STANDING = "ACTIVE";

    private final Members members;
    private final Communities communities;
    private final Clock clock;

    Buyers(Members members, Communities communities, Clock clock) {
        this.members = members;
        this.communities = communities;
        this.clock = clock;
    }

    /** The member, whatever its standing; fails with {@code unknown-member}. */
    Buyer require(Holder holder) {
        MemberFacts member = members.find(holder.community(), holder.member())
                .orElseThrow(() -> new ProblemException(
                        RedemptionProblem.UNKNOWN_MEMBER,
                        "the community has no member " + holder.member()
                                + ", or it joined a moment ago: then try again"));
        Community community = communities.require(holder.community());
        LocalDate today = LocalDate.ofInstant(clock.instant(), community.zone());
        return new Buyer(
                holder,
                member,
                new CommunityFacts(
                        community.id(), community.name(), community.zone().getId()),
                today);
    }

    /** The same, in good standing; fails with {@code member-not-active}. */
    Buyer requireActive(Holder holder) {
        Buyer buyer = require(holder);
        if (!buyer.member().status().equals(IN_GOOD_STANDING)) {
            throw new ProblemException(
                    RedemptionProblem.MEMBER_NOT_ACTIVE,
                    "the member is " + buyer.member().status() + ", must be " + IN_GOOD_STANDING);
        }
        return buyer;
    }
}
