package dev.hearth.incentive.compensation;

import dev.hearth.incentive.campaign.Campaigning;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Makes compensations, and lets members be observed from then on. */
@ApplicationScoped
class Compensating {
    private static final int MOST = 10_000;

    private final Compensations compensations;
    private final MemberGrants grants;
    private final Granting granting;
    private final Campaigning campaigns;
    private final Calendar calendar;
    private final Pool pool;
    private final Clock clock;

    Compensating(
            Compensations compensations,
            MemberGrants grants,
            Granting granting,
            Campaigning campaigns,
            Calendar calendar,
            Pool pool,
            Clock clock) {
        this.compensations = compensations;
        this.grants = grants;
        this.granting = granting;
        this.campaigns = campaigns;
        this.calendar = calendar;
        this.pool = pool;
        this.clock = clock;
    }

    /** Makes it; the same again changes nothing, anything else is refused. */
    Uni<Put<Compensation>> make(Compensation.Terms terms, String who) {
        return pool.withTransaction(connection -> compensations
                .find(connection, terms.community(), terms.id())
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(put(found.orElseThrow(), terms, false))
                        : add(connection, new Compensation(terms, clock.instant(), who))));
    }

    private Uni<Put<Compensation>> add(SqlConnection connection, Compensation wanted) {
        Compensation.Terms terms = wanted.terms();
        return require(connection, terms)
                .chain(() -> compensations.add(connection, wanted))
                .call(() -> compensations.observe(
                        connection, terms.community(), calendar.day(terms.community(), wanted.madeAt())))
                .chain(added ->
                        get(connection, terms.community(), terms.id()).map(stored -> put(stored, terms, added)));
    }

    Uni<Compensation> get(String community, String id) {
        return get(pool, community, id).map(Compensations.Stored::compensation);
    }

    Uni<Page<Compensation>> page(String community, Paging paging) {
        int limit = paging.limit();
        return compensations
                .page(pool, community, paging.after(), limit + 1)
                .map(rows -> Page.of(
                        rows, limit, stored -> stored.compensation().terms().id()))
                .map(page -> page.map(Compensations.Stored::compensation));
    }

    /** Grants to one member, in the caller's transaction; refuses a second time for the incident. */
    Uni<MemberGrant> grant(SqlConnection connection, String community, String id, String member, String who) {
        return get(connection, community, id)
                .chain(stored -> granting.grant(connection, stored, List.of(member), who)
                        .map(added -> added.stream().findFirst().orElseThrow(() -> already(stored, member))));
    }

    Uni<MemberGrant> grant(String community, String id, String member) {
        return grants.find(pool, community, id, member)
                .map(found -> found.orElseThrow(() -> new ProblemException(
                        CompensationProblem.NOT_COMPENSATED,
                        "member " + member + " is neither granted " + id + " nor held out of it")));
    }

    Uni<Page<MemberGrant>> grants(String community, String id, Paging paging) {
        int limit = paging.limit();
        return get(pool, community, id)
                .chain(() -> grants.page(pool, community, id, paging.after(), limit + 1))
                .map(rows -> Page.of(rows, limit, MemberGrant::member));
    }

    /** Fails with 404 if there is none. */
    Uni<Compensations.Stored> get(SqlClient client, String community, String id) {
        return compensations
                .find(client, community, id)
                .map(found -> found.orElseThrow(() -> new ProblemException(
                        CompensationProblem.UNKNOWN_COMPENSATION,
                        "the community has no compensation " + id + "; PUT it first")));
    }

    private Uni<Void> require(SqlConnection connection, Compensation.Terms terms) {
        return campaigns
                .requireUnclosed(connection, terms.budget().campaign())
                .chain(() -> compensations.hasCurrency(connection, terms.community(), terms.currency()))
                .invoke(known -> {
                    if (!known) {
                        throw Check.refused("/currency", "is not introduced; PUT the currency first");
                    }
                })
                .chain(() -> compensations.count(connection, terms.community()))
                .invoke(count -> {
                    if (count >= MOST) {
                        throw new ProblemException(
                                CompensationProblem.TOO_MANY_COMPENSATIONS, "there are " + count + ", at most " + MOST);
                    }
                })
                .replaceWithVoid();
    }

    private static Put<Compensation> put(Compensations.Stored stored, Compensation.Terms wanted, boolean added) {
        if (!stored.compensation().terms().equals(wanted)) {
            throw new ProblemException(
                    CompensationProblem.COMPENSATION_FIXED,
                    "compensation " + wanted.id() + " was made with other terms; make one with another id");
        }
        return added ? new Put.Created<>(stored.compensation()) : new Put.Existing<>(stored.compensation());
    }

    private static ProblemException already(Compensations.Stored stored, String member) {
        return new ProblemException(
                CompensationProblem.ALREADY_COMPENSATED,
                "member " + member + " has a compensation for "
                        + stored.compensation().terms().incident() + ", or is held out of one");
    }
}
