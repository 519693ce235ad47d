package dev.hearth.incentive.rule;

import dev.hearth.incentive.accrual.CapOrder;
import dev.hearth.incentive.campaign.budget.Budgets;
import dev.hearth.incentive.campaign.budget.CampaignId;
import dev.hearth.incentive.currency.Coinage;
import dev.hearth.incentive.definition.Amendment;
import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Looks at what the community's rules would be after a change, before it is made. */
@ApplicationScoped
class Legislature {
    private final RuleBooks books;
    private final Coinage coinage;
    private final Budgets budgets;

    Legislature(RuleBooks books, Coinage coinage, Budgets budgets) {
        this.books = books;
        this.coinage = coinage;
        this.budgets = budgets;
    }

    Uni<Void> rule(SqlConnection connection, Amendment<RuleTerms> amendment) {
        String community = amendment.key().community();
        RuleTerms terms = amendment.wanted().terms();
        return coinage.knows(connection, new CurrencyId(community, terms.currency()))
                .invoke(known -> requireCurrency(known, terms))
                .chain(() -> requireCampaign(connection, community, terms))
                .chain(() -> books.statutes(connection, community))
                .invoke(statutes -> {
                    requireNames(terms, statutes);
                    Map<String, Defined<RuleTerms>> rules = new TreeMap<>(statutes.rules());
                    if (amendment.wanted().status() == DefinitionStatus.RETIRED) {
                        rules.remove(amendment.key().id());
                    } else {
                        rules.put(amendment.key().id(), drafted(amendment));
                    }
                    requireOrder("/caps", new Statutes(rules, statutes.caps(), statutes.periods()));
                })
                .replaceWithVoid();
    }

    Uni<Void> cap(SqlConnection connection, Amendment<CapTerms> amendment) {
        String id = amendment.key().id();
        return books.statutes(connection, amendment.key().community())
                .invoke(statutes -> {
                    if (isWithdrawn(amendment)) {
                        requireUnused(id, statutes, rule -> rule.caps().stream().anyMatch(use -> id.equals(use.cap())));
                        return;
                    }
                    Map<String, CapTerms> caps = new TreeMap<>(statutes.caps());
                    caps.put(id, amendment.wanted().terms());
                    requireOrder("/unit", new Statutes(statutes.rules(), caps, statutes.periods()));
                })
                .replaceWithVoid();
    }

    Uni<Void> period(SqlConnection connection, Amendment<PeriodTerms> amendment) {
        String id = amendment.key().id();
        return books.statutes(connection, amendment.key().community())
                .invoke(statutes -> {
                    if (isWithdrawn(amendment)) {
                        requireUnused(id, statutes, rule -> rule.namedPeriods().contains(id));
                    }
                })
                .replaceWithVoid();
    }

    /** A draft leaves in force what was; so does every version but the one that retires. */
    private static boolean isWithdrawn(Amendment<?> amendment) {
        return amendment.wanted().status() == DefinitionStatus.RETIRED;
    }

    private static void requireUnused(String id, Statutes statutes, java.util.function.Predicate<RuleTerms> uses) {
        statutes.rules().values().stream()
                .filter(rule -> uses.test(rule.terms()))
                .findFirst()
                .ifPresent(rule -> {
                    throw new ProblemException(
                            RuleProblem.STILL_USED,
                            "the rule " + rule.id() + " names " + id + "; change or retire the rule first");
                });
    }

    private Uni<Void> requireCampaign(SqlConnection connection, String community, RuleTerms terms) {
        String campaign = terms.payOrPlain().campaign();
        if (campaign == null) {
            return Uni.createFrom().voidItem();
        }
        return budgets.open(connection, Set.of(new CampaignId(community, campaign)))
                .invoke(open -> {
                    if (open.isEmpty()) {
                        throw new ProblemException(
                                RuleProblem.CAMPAIGN_NOT_MADE,
                                new FieldError(
                                        "/pay/campaign",
                                        "is " + campaign
                                                + ", which the community does not have; PUT the campaign first"));
                    }
                })
                .replaceWithVoid();
    }

    private static void requireCurrency(boolean known, RuleTerms terms) {
        if (!known) {
            throw new ProblemException(
                    RuleProblem.CURRENCY_NOT_INTRODUCED,
                    new FieldError(
                            "/currency",
                            "is " + terms.currency() + ", which the community does not have; PUT the currency first"));
        }
    }

    private static void requireNames(RuleTerms terms, Statutes statutes) {
        List<FieldError> unknown = new ArrayList<>();
        for (CapUse use : terms.caps()) {
            String cap = use.cap();
            if (cap != null && !statutes.caps().containsKey(cap)) {
                unknown.add(new FieldError("/caps", "names cap " + cap + ", which is not set; PUT the cap first"));
            }
        }
        if (!unknown.isEmpty()) {
            throw new ProblemException(RuleProblem.CAP_NOT_SET, unknown.size() + " of the caps do not exist", unknown);
        }
        for (String period : terms.namedPeriods()) {
            if (!statutes.periods().containsKey(period)) {
                throw new ProblemException(
                        RuleProblem.PERIOD_NOT_SET,
                        new FieldError(
                                "/periods", "names period " + period + ", which is not set; PUT the period first"));
            }
        }
    }

    private static void requireOrder(String pointer, Statutes statutes) {
        CapOrder.conflict(statutes.compiled()).ifPresent(conflict -> {
            throw new ProblemException(
                    RuleProblem.ORDER_DEPENDENT_CAPS,
                    new FieldError(
                            pointer,
                            conflict.cap() + " limits " + String.join(", ", conflict.rules()) + ": "
                                    + conflict.remedy()));
        });
    }

    private static Defined<RuleTerms> drafted(Amendment<RuleTerms> amendment) {
        return new Defined<>(
                amendment.key().id(),
                1,
                1,
                DefinitionStatus.ACTIVE,
                amendment.wanted().terms(),
                Instant.EPOCH,
                "");
    }
}
