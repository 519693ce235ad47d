package dev.hearth.incentive.responsibility;

import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.QueryParameter;
import dev.hearth.platform.time.Uuid7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Decides who answers for a fault, by the rule in force, and takes decisions back on appeal. */
@ApplicationScoped
class Deciding {
    private final ResponsibilityRules rules;
    private final ResponsibilityCases cases;
    private final Charging charging;
    private final Pool pool;
    private final Clock clock;
    private final Uuid7 ids;

    Deciding(
            ResponsibilityRules rules,
            ResponsibilityCases cases,
            Charging charging,
            Pool pool,
            Clock clock,
            Uuid7 ids) {
        this.rules = rules;
        this.cases = cases;
        this.charging = charging;
        this.pool = pool;
        this.clock = clock;
        this.ids = ids;
    }

    /** Decides and charges, in the caller's transaction. */
    Uni<ResponsibilityCase> decide(
            SqlConnection connection, ResponsibilityCase.Fault fault, Map<Role, String> members, String who) {
        return rules.inForce(connection, new DefinitionKey(fault.community(), fault.rule()))
                .map(rule -> decided(rule, fault, members, who))
                .chain(decided ->
                        charging.charge(connection, decided).map(transaction -> charged(decided, transaction)))
                .call(made -> cases.add(connection, made))
                .call(made -> charging.tell(connection, made));
    }

    /** Takes a decision back, once, with all points that it took. */
    Uni<ResponsibilityCase> reverse(SqlConnection connection, String community, UUID id, String why, String who) {
        return cases.lock(connection, community, id)
                .map(found -> found.orElseThrow(() -> unknown(id.toString())))
                .invoke(Deciding::requireStanding)
                .chain(decided -> charging.giveBack(connection, decided, why, who)
                        .map(transaction -> decided.reversed(
                                new ResponsibilityCase.Reversal(why, transaction.orElse(null), clock.instant(), who))))
                .call(reversed -> cases.reverse(connection, community, id, reversal(reversed)))
                .call(reversed -> charging.tell(connection, reversed));
    }

    Uni<ResponsibilityCase> get(String community, String id) {
        return cases.find(pool, community, uuid(id)).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    Uni<Page<ResponsibilityCase>> page(String community, Paging paging) {
        int limit = paging.limit();
        Optional<UUID> after;
        try {
            after = paging.after().isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(paging.after()));
        } catch (IllegalArgumentException e) {
            throw QueryParameter.refused("cursor", "is not a cursor of this list; use `next` of the page before");
        }
        return cases.page(pool, community, after, limit + 1)
                .map(rows -> Page.of(rows, limit, made -> made.id().toString()));
    }

    /** The id of a case; fails with 404 where it is none. */
    static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw unknown(id);
        }
    }

    private ResponsibilityCase decided(
            Defined<ResponsibilityTerms> rule, ResponsibilityCase.Fault fault, Map<Role, String> members, String who) {
        Decision decision =
                Decision.decide(rule.terms(), fault.penalty().amount(), members, fault.discovery(), fault.report());
        return new ResponsibilityCase(ids.next(), fault, rule.version(), decision, null, clock.instant(), who, null);
    }

    private static ResponsibilityCase charged(ResponsibilityCase decided, Optional<UUID> transaction) {
        return new ResponsibilityCase(
                decided.id(),
                decided.fault(),
                decided.ruleVersion(),
                decided.decision(),
                transaction.orElse(null),
                decided.decidedAt(),
                decided.decidedBy(),
                null);
    }

    private static void requireStanding(ResponsibilityCase decided) {
        if (decided.reversal() != null) {
            throw new ProblemException(
                    ResponsibilityProblem.CASE_REVERSED,
                    "it was reversed at " + reversal(decided).at());
        }
    }

    private static ResponsibilityCase.Reversal reversal(ResponsibilityCase reversed) {
        return Objects.requireNonNull(reversed.reversal());
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(ResponsibilityProblem.UNKNOWN_CASE, "the community has no case " + id);
    }
}
