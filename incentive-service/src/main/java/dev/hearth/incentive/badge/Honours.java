package dev.hearth.incentive.badge;

import dev.hearth.incentive.definition.AmendmentCheck;
import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.Defining;
import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.incentive.definition.Wanted;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What operators do with badges: define, award by hand, take back, look. */
@ApplicationScoped
class Honours {
    private final Badges badges;
    private final Defining<BadgeTerms> defining;
    private final Awarding awarding;
    private final Awards awards;
    private final Bookkeeping bookkeeping;
    private final Pool pool;

    Honours(Badges badges, Awarding awarding, Awards awards, Bookkeeping bookkeeping, Pool pool) {
        this.badges = badges;
        this.defining = new Defining<>(badges.definitions(), AmendmentCheck.none(), pool);
        this.awarding = awarding;
        this.awards = awards;
        this.bookkeeping = bookkeeping;
        this.pool = pool;
    }

    Uni<Put<Defined<BadgeTerms>>> define(DefinitionKey key, Wanted<BadgeTerms> wanted, IfMatch ifMatch, String who) {
        return defining.put(key, wanted, ifMatch, who);
    }

    Uni<Defined<BadgeTerms>> get(DefinitionKey key) {
        return defining.get(key);
    }

    Uni<Page<Defined<BadgeTerms>>> page(String community, Paging paging) {
        return defining.page(community, paging);
    }

    /** Awards by hand; who has it already keeps it as it was. */
    Uni<Put<Award>> award(Holder holder, String badge, String reason, String who) {
        return pool.withTransaction(connection -> requireInForce(connection, holder.community(), badge)
                .chain(() -> bookkeeping.with(
                        connection,
                        List.of(holder),
                        books -> award(
                                connection,
                                books,
                                holder,
                                badge,
                                new Awarding.Citation(Awarding.OPERATOR, reason, who)))));
    }

    /** Takes back, whatever it was awarded for. */
    Uni<Award> revoke(Holder holder, String badge, String reason, String who, IfMatch ifMatch) {
        return pool.withTransaction(connection -> bookkeeping.with(
                        connection,
                        List.of(holder),
                        books -> awards.find(connection, holder, badge)
                                .map(found -> found.orElseThrow(() -> notAwarded(holder, badge)))
                                .invoke(award -> ifMatch.require(award.version()))
                                .chain(() -> awarding.revokeByHand(connection, books, holder, badge, who, reason))))
                .map(revoked -> revoked.orElseThrow(() -> notAwarded(holder, badge)));
    }

    Uni<Award> find(Holder holder, String badge) {
        return awards.find(pool, holder, badge).map(found -> found.orElseThrow(() -> notAwarded(holder, badge)));
    }

    Uni<Page<Award>> ofMember(Holder holder, Paging paging) {
        int limit = paging.limit();
        return awards.ofMember(pool, holder, paging.after(), limit + 1).map(rows -> Page.of(rows, limit, Award::badge));
    }

    Uni<Page<Award>> ofBadge(DefinitionKey badge, Paging paging) {
        int limit = paging.limit();
        return defining.get(badge)
                .chain(known -> awards.ofBadge(pool, badge.community(), badge.id(), paging.after(), limit + 1))
                .map(rows -> Page.of(rows, limit, award -> award.holder().member()));
    }

    private Uni<Put<Award>> award(
            SqlConnection connection, Books books, Holder holder, String badge, Awarding.Citation citation) {
        return awarding.award(connection, books, holder, badge, citation)
                .chain(made -> made.isPresent()
                        ? Uni.createFrom().<Put<Award>>item(new Put.Created<>(made.get()))
                        : awards.find(connection, holder, badge)
                                .map(Optional::orElseThrow)
                                .map(Put.Existing::new));
    }

    private Uni<Void> requireInForce(SqlConnection connection, String community, String badge) {
        DefinitionKey key = new DefinitionKey(community, badge);
        return badges.definitions()
                .get(connection, key)
                .chain(known -> badges.definitions().inForce(connection, key))
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw new ProblemException(
                                BadgeProblem.BADGE_NOT_IN_FORCE,
                                "PUT the badge " + badge + " with status ACTIVE first");
                    }
                })
                .replaceWithVoid();
    }

    private static ProblemException notAwarded(Holder holder, String badge) {
        return new ProblemException(
                BadgeProblem.BADGE_NOT_AWARDED, holder.member() + " does not have the badge " + badge);
    }
}
