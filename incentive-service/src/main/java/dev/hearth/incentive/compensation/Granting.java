package dev.hearth.incentive.compensation;

import dev.hearth.incentive.campaign.CampaignProblem;
import dev.hearth.incentive.campaign.budget.BudgetId;
import dev.hearth.incentive.campaign.budget.Budgets;
import dev.hearth.incentive.campaign.budget.CampaignAward;
import dev.hearth.incentive.campaign.budget.CampaignId;
import dev.hearth.incentive.campaign.budget.Grants;
import dev.hearth.incentive.campaign.budget.OpenCampaign;
import dev.hearth.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Grants compensations, each member one for an incident; those who are held out get nothing and are remembered too. */
@ApplicationScoped
class Granting {
    private final MemberGrants grants;
    private final Budgets budgets;
    private final Payout payout;
    private final Calendar calendar;
    private final Clock clock;

    Granting(MemberGrants grants, Budgets budgets, Payout payout, Calendar calendar, Clock clock) {
        this.grants = grants;
        this.budgets = budgets;
        this.payout = payout;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Grants to those of {@code members} who have none for the incident yet, in the caller's transaction: all of them,
     * or, with a problem, none. Answers whom it granted or held out.
     */
    Uni<List<MemberGrant>> grant(
            SqlConnection connection, Compensations.Stored stored, List<String> members, String who) {
        Compensation.Terms terms = stored.compensation().terms();
        CampaignId campaign = terms.budget().campaign();
        return budgets.open(connection, Set.of(campaign)).chain(read -> {
            OpenCampaign open = requireOpen(campaign, read.get(campaign));
            List<MemberGrant> wanted = wanted(stored, open, members);
            return grants.add(connection, terms, wanted, who)
                    .map(added -> wanted.stream()
                            .filter(grant -> added.contains(grant.member()))
                            .toList())
                    .chain(added ->
                            added.isEmpty() ? Uni.createFrom().item(added) : pay(connection, terms, read, added, who));
        });
    }

    private Uni<List<MemberGrant>> pay(
            SqlConnection connection,
            Compensation.Terms terms,
            Map<CampaignId, OpenCampaign> read,
            List<MemberGrant> added,
            String who) {
        BudgetId budget = terms.budget();
        long wanted = added.stream().mapToLong(MemberGrant::points).sum();
        return budgets.escrow(connection, Budgets.NO_PARTITION, read, Map.of(budget, wanted))
                .invoke(escrowed -> requireAll(budget, wanted, escrowed))
                .call(() -> budgets.draw(connection, Budgets.NO_PARTITION, awards(budget, added)))
                .chain(escrowed -> payout.pay(connection, terms, escrowed.transfers(), added, who))
                .replaceWith(added);
    }

    private List<MemberGrant> wanted(Compensations.Stored stored, OpenCampaign campaign, List<String> members) {
        Compensation.Terms terms = stored.compensation().terms();
        Instant now = clock.instant();
        List<MemberGrant> wanted = new ArrayList<>();
        for (String member : members) {
            boolean heldOut = stored.holdOut().holds(terms.community(), "compensation/" + terms.id(), member)
                    || campaign.admission(member, now) == OpenCampaign.Admission.HELD_OUT;
            wanted.add(new MemberGrant(
                    member,
                    heldOut,
                    heldOut ? 0 : terms.points(),
                    now,
                    calendar.day(terms.community(), now),
                    null,
                    null));
        }
        return wanted;
    }

    private OpenCampaign requireOpen(CampaignId id, @Nullable OpenCampaign campaign) {
        if (campaign == null) {
            throw new ProblemException(
                    CampaignProblem.UNKNOWN_CAMPAIGN, "the community has no campaign " + id.campaign());
        }
        return switch (campaign.admission("", clock.instant())) {
            case ADMITTED, HELD_OUT -> campaign;
            case NOT_OPEN ->
                throw new ProblemException(
                        CampaignProblem.CAMPAIGN_NOT_OPEN,
                        "campaign " + id.campaign() + " is a draft or opens at " + campaign.opensAt());
            case OVER ->
                throw new ProblemException(
                        CampaignProblem.CAMPAIGN_CLOSED,
                        "campaign " + id.campaign() + " is over; grant from another one");
        };
    }

    private static void requireAll(BudgetId budget, long wanted, Grants escrowed) {
        if (escrowed.of(budget) < wanted) {
            throw new ProblemException(
                    CampaignProblem.BUDGET_EXHAUSTED,
                    "campaign " + budget.campaign().campaign() + " has " + escrowed.of(budget) + " " + budget.currency()
                            + " left, " + wanted + " are needed; fund it");
        }
    }

    private static List<CampaignAward> awards(BudgetId budget, List<MemberGrant> added) {
        return added.stream()
                .filter(grant -> !grant.heldOut())
                .map(grant -> new CampaignAward(budget, grant.member(), grant.points()))
                .toList();
    }
}
