package dev.hearth.incentive.tier;

import dev.hearth.incentive.currency.Coinage;
import dev.hearth.incentive.definition.Amendment;
import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.Defining;
import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.incentive.definition.Wanted;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.standing.Scheme;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes and changes a community's scheme; all its members are then counted anew, by the job. */
@ApplicationScoped
class SchemeMaking {
    private final Defining<Scheme> defining;
    private final Recounts recounts;
    private final Coinage coinage;

    SchemeMaking(TierSchemes schemes, Recounts recounts, Coinage coinage, Pool pool) {
        this.defining = new Defining<>(schemes.definitions(), this::check, pool);
        this.recounts = recounts;
        this.coinage = coinage;
    }

    Uni<Put<Defined<Scheme>>> put(String community, Wanted<Scheme> wanted, IfMatch ifMatch, String who) {
        CurrencyId currency = new CurrencyId(community, wanted.terms().currency());
        return coinage.knows(currency)
                .invoke(known -> {
                    if (!known) {
                        throw new ProblemException(
                                TierProblem.CURRENCY_OF_TIERS_UNKNOWN,
                                new FieldError(
                                        "/currency",
                                        "is " + currency.currency()
                                                + ", which the community does not have; PUT the currency first"));
                    }
                })
                .chain(() -> defining.put(TierSchemes.key(community), wanted, ifMatch, who));
    }

    Uni<Defined<Scheme>> get(String community) {
        return defining.get(TierSchemes.key(community));
    }

    Uni<Page<Defined<Scheme>>> versions(String community, Paging paging) {
        return defining.versions(TierSchemes.key(community), paging);
    }

    private Uni<Void> check(SqlConnection connection, Amendment<Scheme> amendment) {
        if (amendment.wanted().status() == DefinitionStatus.DRAFT) {
            return Uni.createFrom().voidItem();
        }
        Defined<Scheme> before = amendment.before();
        long version = before == null ? 1 : before.version() + 1;
        return recounts.begin(connection, amendment.key().community(), Math.toIntExact(version));
    }
}
