package dev.hearth.incentive.rule;

import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.incentive.definition.DefinitionType;
import dev.hearth.incentive.definition.Definitions;
import dev.hearth.incentive.definition.Revisions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rules in force, as events meet them. Which revision is in force is read in the transaction that applies the
 * events, so that a rule saved before an event was sent answers it, whichever replica saved it; the rules of a revision
 * never change, so they are kept in memory, compiled.
 */
@ApplicationScoped
public class RuleBooks {
    private static final int MAX_KEPT = 10_000;

    private final Definitions<RuleTerms> rules;
    private final Definitions<CapTerms> caps;
    private final Definitions<PeriodTerms> periods;

    /** The book last used of each community, the longest unused one dropped first. */
    private final Map<String, Book> kept = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Book> eldest) {
            return size() > MAX_KEPT;
        }
    });

    public RuleBooks(Clock clock) {
        rules = new Definitions<>(
                new DefinitionType<>("earning-rule", RuleTerms.class, RuleProblem.UNKNOWN_RULE), clock);
        caps = new Definitions<>(new DefinitionType<>("cap", CapTerms.class, RuleProblem.UNKNOWN_CAP), clock);
        periods =
                new Definitions<>(new DefinitionType<>("period", PeriodTerms.class, RuleProblem.UNKNOWN_PERIOD), clock);
    }

    /**
     * The books in force of these communities. One without rules is left out.
     *
     * @param connection the transaction in which they are applied
     */
    public Uni<Map<String, Book>> inForce(SqlClient connection, Collection<String> communities) {
        return Revisions.read(connection, communities)
                .chain(revisions -> Multi.createFrom()
                        .iterable(revisions.entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(one -> book(connection, one.getKey(), one.getValue()))
                        .collect()
                        .asMap(Book::community));
    }

    /** A version of a rule as callers see it, in force or not. */
    public Uni<Optional<EarningRuleView>> version(SqlClient client, DefinitionKey rule, int version) {
        return rules.version(client, rule, version).map(found -> found.map(EarningRuleView::of));
    }

    /**
     * What would be in force if the last version of {@code rule} were, a draft too; fails with a problem if there is no
     * such rule.
     */
    public Uni<Book> bookWith(SqlClient client, DefinitionKey rule) {
        return rules.get(client, rule)
                .chain(last -> statutes(client, rule.community())
                        .map(statutes -> Book.of(rule.community(), 0, statutes.with(last))));
    }

    /** What is in force now. */
    public Uni<Book> book(SqlClient client, String community) {
        return statutes(client, community).map(statutes -> Book.of(community, 0, statutes));
    }

    /** What is in force now. */
    Uni<Statutes> statutes(SqlClient client, String community) {
        return statutes(client, community, Long.MAX_VALUE);
    }

    Definitions<RuleTerms> rules() {
        return rules;
    }

    Definitions<CapTerms> caps() {
        return caps;
    }

    Definitions<PeriodTerms> periods() {
        return periods;
    }

    private Uni<Book> book(SqlClient connection, String community, long revision) {
        Book known = kept.get(community);
        if (known != null && known.revision() == revision) {
            return Uni.createFrom().item(known);
        }
        return statutes(connection, community, revision)
                .map(statutes -> Book.of(community, revision, statutes))
                .invoke(book -> kept.put(community, book));
    }

    /** What was in force at a revision. */
    Uni<Statutes> statutes(SqlClient client, String community, long revision) {
        return caps.inForceAt(client, community, revision)
                .chain(limits -> periods.inForceAt(client, community, revision)
                        .chain(named -> rules.inForceAt(client, community, revision)
                                .map(all -> new Statutes(whole(all), terms(limits), terms(named)))));
    }

    private static Map<String, Defined<RuleTerms>> whole(List<Defined<RuleTerms>> all) {
        Map<String, Defined<RuleTerms>> byId = new TreeMap<>();
        all.forEach(one -> byId.put(one.id(), one));
        return byId;
    }

    private static <T extends Record> Map<String, T> terms(List<Defined<T>> all) {
        Map<String, T> byId = new TreeMap<>();
        all.forEach(one -> byId.put(one.id(), one.terms()));
        return byId;
    }
}
