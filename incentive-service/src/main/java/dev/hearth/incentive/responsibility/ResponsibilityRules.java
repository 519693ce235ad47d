package dev.hearth.incentive.responsibility;

import dev.hearth.incentive.definition.AmendmentCheck;
import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.Defining;
import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.incentive.definition.DefinitionType;
import dev.hearth.incentive.definition.Definitions;
import dev.hearth.incentive.definition.Wanted;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The rules of responsibility. */
@ApplicationScoped
class ResponsibilityRules {
    private static final DefinitionType<ResponsibilityTerms> TYPE = new DefinitionType<>(
            "responsibility", ResponsibilityTerms.class, ResponsibilityProblem.UNKNOWN_RESPONSIBILITY_RULE);

    private final Definitions<ResponsibilityTerms> definitions;
    private final Defining<ResponsibilityTerms> defining;

    ResponsibilityRules(Pool pool, Clock clock) {
        this.definitions = new Definitions<>(TYPE, clock);
        this.defining = new Defining<>(definitions, AmendmentCheck.none(), pool);
    }

    Uni<Put<Defined<ResponsibilityTerms>>> put(
            DefinitionKey key, Wanted<ResponsibilityTerms> wanted, IfMatch ifMatch, String who) {
        return defining.put(key, wanted, ifMatch, who);
    }

    Uni<Defined<ResponsibilityTerms>> get(DefinitionKey key) {
        return defining.get(key);
    }

    Uni<Page<Defined<ResponsibilityTerms>>> page(String community, Paging paging) {
        return defining.page(community, paging);
    }

    Uni<Page<Defined<ResponsibilityTerms>>> versions(DefinitionKey key, Paging paging) {
        return defining.versions(key, paging);
    }

    /** The version in force; fails with a problem if none is. */
    Uni<Defined<ResponsibilityTerms>> inForce(SqlClient client, DefinitionKey key) {
        return definitions
                .get(client, key)
                .chain(() -> definitions.inForce(client, key))
                .map(found -> found.orElseThrow(() -> new ProblemException(
                        ResponsibilityProblem.RULE_NOT_IN_FORCE,
                        "rule " + key.id() + " is a draft or retired; decide by another one")));
    }
}
