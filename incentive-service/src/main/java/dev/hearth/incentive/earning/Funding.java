package dev.hearth.incentive.earning;

import dev.hearth.incentive.accrual.Award;
import dev.hearth.incentive.accrual.BudgetKey;
import dev.hearth.incentive.accrual.Credit;
import dev.hearth.incentive.accrual.Fund;
import dev.hearth.incentive.accrual.Refusal;
import dev.hearth.incentive.accrual.Settlement;
import dev.hearth.incentive.campaign.budget.BudgetId;
import dev.hearth.incentive.campaign.budget.Budgets;
import dev.hearth.incentive.campaign.budget.CampaignAward;
import dev.hearth.incentive.campaign.budget.CampaignId;
import dev.hearth.incentive.campaign.budget.Grants;
import dev.hearth.incentive.campaign.budget.OpenCampaign;
import dev.hearth.incentive.campaign.budget.Transfers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What campaigns have at hand for the rules that they pay. */
@ApplicationScoped
public class Funding {
    private static final String HELD_OUT = "the member is held out, to compare with";

    private final Supplier<Budgets> budgets;

    @Inject
    Funding(Budgets budgets) {
        this(() -> budgets);
    }

    /** @param budgets asked only where a rule names a campaign */
    Funding(Supplier<Budgets> budgets) {
        this.budgets = budgets;
    }

    /**
     * What is at hand.
     *
     * @param transfers what moved to make it so, to be drafted whether it is drawn or not
     */
    record Funded(Map<BudgetKey, Fund> funds, Transfers transfers) {
        static final Funded NOTHING = new Funded(Map.of(), Transfers.NONE);
    }

    /** Locks what may be drawn. */
    Uni<Funded> escrow(SqlConnection connection, int partition, Map<BudgetKey, Long> wanted) {
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(Funded.NOTHING);
        }
        Set<CampaignId> asked =
                wanted.keySet().stream().map(key -> id(key).campaign()).collect(Collectors.toSet());
        Map<BudgetId, Long> most = new HashMap<>();
        wanted.forEach((key, points) -> most.put(id(key), points));
        return budgets.get()
                .open(connection, asked)
                .chain(open -> budgets.get()
                        .escrow(connection, partition, open, most)
                        .map(grants -> funded(wanted.keySet(), open, grants)));
    }

    /** Takes what was paid, and notes who is held out. */
    Uni<Void> draw(SqlConnection connection, int partition, Settlement settled) {
        List<CampaignAward> awards = new ArrayList<>();
        for (Award award : settled.awards()) {
            BudgetId budget = id(award);
            if (budget != null) {
                for (Credit credit : award.credits()) {
                    if (credit.points() > 0) {
                        awards.add(new CampaignAward(budget, credit.member(), credit.points()));
                    }
                }
            }
        }
        for (Refusal refusal : settled.refused()) {
            String budget = refusal.claim().rule().pay().budget();
            if (budget != null && refusal.cause().equals(HELD_OUT)) {
                BudgetId id = id(new BudgetKey(
                        refusal.claim().occurrence().community(),
                        budget,
                        refusal.claim().rule().currency()));
                awards.add(CampaignAward.withheld(id, refusal.member()));
            }
        }
        return awards.isEmpty() ? Uni.createFrom().voidItem() : budgets.get().draw(connection, partition, awards);
    }

    /** The budget that pays an award, if one does. */
    static @Nullable BudgetId id(Award award) {
        String budget = award.claim().rule().pay().budget();
        return budget == null
                ? null
                : id(new BudgetKey(
                        award.claim().occurrence().community(),
                        budget,
                        award.claim().rule().currency()));
    }

    private static BudgetId id(BudgetKey key) {
        return new BudgetId(new CampaignId(key.community(), key.budget()), key.currency());
    }

    private static Funded funded(Set<BudgetKey> wanted, Map<CampaignId, OpenCampaign> open, Grants grants) {
        Map<BudgetKey, Fund> funds = new HashMap<>();
        wanted.forEach(key -> {
            OpenCampaign campaign = open.get(id(key).campaign());
            if (campaign != null) {
                funds.put(key, new Fund(grants.of(id(key)), (member, at) -> refusal(campaign, member, at)));
            }
        });
        return new Funded(funds, grants.transfers());
    }

    /** Why a campaign pays a member nothing for a deed of that time; empty if it pays. */
    public static Optional<String> refusal(OpenCampaign campaign, String member, Instant at) {
        return switch (campaign.admission(member, at)) {
            case ADMITTED -> Optional.empty();
            case HELD_OUT -> Optional.of(HELD_OUT);
            case NOT_OPEN -> Optional.of("the campaign was not open yet");
            case OVER -> Optional.of("the campaign is over");
        };
    }
}
