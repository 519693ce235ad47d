package dev.hearth.incentive.rule;

import dev.hearth.incentive.accrual.CapOrder;
import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.Defining;
import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.incentive.definition.Wanted;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Makes earning rules. A change holds for every event that is applied after it, whenever that occurred; what was
 * applied before stays as it is.
 */
@ApplicationScoped
class Lawmaking {
    private final Defining<RuleTerms> rules;
    private final RuleBooks books;
    private final RuleTroubles troubles;
    private final Pool pool;

    Lawmaking(RuleBooks books, Legislature legislature, RuleTroubles troubles, Pool pool) {
        this.rules = new Defining<>(books.rules(), legislature::rule, pool);
        this.books = books;
        this.troubles = troubles;
        this.pool = pool;
    }

    Uni<Put<EarningRuleView>> make(DefinitionKey key, Wanted<RuleTerms> wanted, IfMatch ifMatch, String who) {
        return rules.put(key, wanted, ifMatch, who)
                .chain(put -> view(key.community(), put.value()).map(view -> put.map(same -> view)));
    }

    Uni<EarningRuleView> rule(DefinitionKey key) {
        return rules.get(key).chain(rule -> view(key.community(), rule));
    }

    Uni<Page<Defined<RuleTerms>>> rules(String community, Paging paging) {
        return rules.page(community, paging);
    }

    Uni<Page<Defined<RuleTerms>>> versions(DefinitionKey key, Paging paging) {
        return rules.versions(key, paging);
    }

    /** With what is said of the order of events, if it is the version in force. */
    private Uni<EarningRuleView> view(String community, Defined<RuleTerms> rule) {
        return books.statutes(pool, community).chain(statutes -> {
            Defined<RuleTerms> inForce = statutes.rules().get(rule.id());
            List<String> reasons =
                    inForce != null && inForce.version() == rule.version() ? reasons(inForce, statutes) : List.of();
            return troubles.of(pool, new DefinitionKey(community, rule.id()))
                    .map(found -> EarningRuleView.of(rule, reasons, found));
        });
    }

    private static List<String> reasons(Defined<RuleTerms> rule, Statutes statutes) {
        var all = statutes.compiled();
        return all.stream()
                .filter(one -> one.id().equals(rule.id()))
                .findFirst()
                .map(one -> CapOrder.reasons(one, all))
                .orElse(List.of());
    }
}
