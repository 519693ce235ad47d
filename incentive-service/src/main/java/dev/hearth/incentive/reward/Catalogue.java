package dev.hearth.incentive.reward;

import dev.hearth.incentive.currency.Coinage;
import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.Defining;
import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.incentive.definition.Wanted;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.wallet.Wallets;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the catalogue of rewards. A redemption goes by the version that was in force when it was made. */
@ApplicationScoped
class Catalogue {
    private final Defining<RewardTerms> defining;
    private final Coinage coinage;

    Catalogue(Rewards rewards, Coinage coinage, Wallets wallets, Pool pool) {
        this.defining = new Defining<>(
                rewards.definitions(),
                (connection, amendment) -> {
                    RewardTerms terms = amendment.wanted().terms();
                    Reward.check(terms);
                    String community = amendment.key().community();
                    return wallets.spendable(connection, new CurrencyId(community, terms.currency()))
                            .replaceWithVoid();
                },
                pool);
        this.coinage = coinage;
    }

    /** Makes the reward, or its next version, which needs {@code ifMatch}. */
    Uni<Put<Defined<RewardTerms>>> put(DefinitionKey key, Wanted<RewardTerms> wanted, IfMatch ifMatch, String who) {
        String currency = wanted.terms().currency();
        return coinage.knows(new CurrencyId(key.community(), currency))
                .invoke(known -> {
                    if (!known) {
                        throw Check.refused(
                                "/currency", "names no currency of the community: PUT the currency first, or mend it");
                    }
                })
                .chain(() -> defining.put(key, wanted, ifMatch, who));
    }

    Uni<Defined<RewardTerms>> get(DefinitionKey key) {
        return defining.get(key);
    }

    Uni<Page<Defined<RewardTerms>>> page(String community, Paging paging) {
        return defining.page(community, paging);
    }

    Uni<Page<Defined<RewardTerms>>> versions(DefinitionKey key, Paging paging) {
        return defining.versions(key, paging);
    }
}
