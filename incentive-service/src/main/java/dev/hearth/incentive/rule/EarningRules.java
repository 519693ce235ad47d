package dev.hearth.incentive.rule;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The store of earning rules. */
@ApplicationScoped
class EarningRules {
    private static final String IN_FORCE =
            "from EarningRuleVersion r where r.key.community = :community and r.key.version ="
                    + " (select max(l.key.version) from EarningRuleVersion l"
                    + " where l.key.community = r.key.community and l.key.rule = r.key.rule)";

    /** The version in force. */
    Uni<Optional<EarningRuleVersion>> find(RuleId id) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                IN_FORCE + " and r.key.rule = :rule", EarningRuleVersion.class)
                        .setParameter("community", id.community())
                        .setParameter("rule", id.rule())
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** The rules in force, by id, after {@code after}. */
    Uni<List<EarningRuleVersion>> page(String community, String after, int rows) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                IN_FORCE + " and r.key.rule > :after order by r.key.rule", EarningRuleVersion.class)
                        .setParameter("community", community)
                        .setParameter("after", after)
                        .setMaxResults(rows)
                        .getResultList());
    }

    /** All versions of a rule older than {@code before}, newest first. */
    Uni<List<EarningRuleVersion>> versions(RuleId id, int before, int rows) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from EarningRuleVersion r where r.key.community = :community and r.key.rule = :rule"
                                        + " and r.key.version < :before order by r.key.version desc",
                                EarningRuleVersion.class)
                        .setParameter("community", id.community())
                        .setParameter("rule", id.rule())
                        .setParameter("before", before)
                        .setMaxResults(rows)
                        .getResultList());
    }

    Uni<EarningRuleVersion> add(EarningRuleVersion version) {
        return Panache.getSession()
                .chain(session -> session.persist(version).chain(session::flush))
                .replaceWith(version);
    }
}
