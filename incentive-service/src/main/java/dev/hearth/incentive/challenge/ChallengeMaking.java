package dev.hearth.incentive.challenge;

import dev.hearth.incentive.badge.Awarding;
import dev.hearth.incentive.currency.Coinage;
import dev.hearth.incentive.definition.Amendment;
import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.Defining;
import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.incentive.definition.Wanted;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Makes and changes challenges. A change resets no progress; whoever has reached a stage by it gets the prize. */
@ApplicationScoped
class ChallengeMaking {
    private final Defining<ChallengeTerms> defining;
    private final ReviewTable reviews;
    private final Coinage coinage;
    private final Awarding awarding;
    private final Pool pool;

    ChallengeMaking(Challenges challenges, ReviewTable reviews, Coinage coinage, Awarding awarding, Pool pool) {
        this.defining = new Defining<>(challenges.definitions(), this::check, pool);
        this.reviews = reviews;
        this.coinage = coinage;
        this.awarding = awarding;
        this.pool = pool;
    }

    Uni<Put<Defined<ChallengeTerms>>> put(
            DefinitionKey key, Wanted<ChallengeTerms> wanted, IfMatch ifMatch, String who) {
        return checkPrizes(key.community(), wanted.terms().stages())
                .chain(() -> defining.put(key, wanted, ifMatch, who));
    }

    Uni<Defined<ChallengeTerms>> get(DefinitionKey key) {
        return defining.get(key);
    }

    Uni<Page<Defined<ChallengeTerms>>> page(String community, Paging paging) {
        return defining.page(community, paging);
    }

    Uni<Page<Defined<ChallengeTerms>>> versions(DefinitionKey key, Paging paging) {
        return defining.versions(key, paging);
    }

    /** One prize: where it stands, whether it is there, what to do if not. */
    private record Promise(String pointer, String what, Supplier<Uni<Boolean>> there) {}

    private Uni<Void> checkPrizes(String community, List<StageTerms> stages) {
        List<Promise> promises = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            Prize prize = stages.get(i).prize();
            Prize.Points points = prize.points();
            if (points != null) {
                CurrencyId currency = new CurrencyId(community, points.currency());
                promises.add(new Promise(
                        "/stages/" + i + "/points/currency",
                        "currency " + points.currency(),
                        () -> coinage.knows(currency)));
            }
            String badge = prize.badge();
            if (badge != null) {
                promises.add(new Promise(
                        "/stages/" + i + "/badge", "badge " + badge, () -> awarding.isInForce(pool, community, badge)));
            }
        }
        return Multi.createFrom()
                .iterable(promises)
                .onItem()
                .transformToUniAndConcatenate(promise -> promise.there().get().invoke(there -> require(promise, there)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static void require(Promise promise, boolean there) {
        if (!there) {
            throw new ProblemException(
                    ChallengeProblem.PRIZE_UNKNOWN,
                    new FieldError(
                            promise.pointer(), "names the " + promise.what() + ", which is not there; PUT it first"));
        }
    }

    private Uni<Void> check(SqlConnection connection, Amendment<ChallengeTerms> amendment) {
        Defined<ChallengeTerms> before = amendment.before();
        if (before == null) {
            return Uni.createFrom().voidItem();
        }
        Measure measure = before.terms().measure();
        if (amendment.wanted().terms().measure() != measure) {
            throw new ProblemException(
                    ChallengeProblem.MEASURE_OF_CHALLENGE_FIXED,
                    new FieldError("/measure", "was " + measure + " and stays so; make another challenge"));
        }
        return amendment.wanted().status() == DefinitionStatus.ACTIVE
                ? reviews.begin(
                        connection, amendment.key().community(), amendment.key().id())
                : Uni.createFrom().voidItem();
    }
}
