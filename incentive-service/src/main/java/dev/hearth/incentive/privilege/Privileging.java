package dev.hearth.incentive.privilege;

import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.incentive.wallet.Wallets;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.QueryParameter;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What operators do with privileges. */
@ApplicationScoped
class Privileging {
    private final Granting granting;
    private final Privileges privileges;
    private final Bookkeeping bookkeeping;
    private final Wallets wallets;
    private final Pool pool;

    Privileging(Granting granting, Privileges privileges, Bookkeeping bookkeeping, Wallets wallets, Pool pool) {
        this.granting = granting;
        this.privileges = privileges;
        this.bookkeeping = bookkeeping;
        this.wallets = wallets;
        this.pool = pool;
    }

    /** Grants it; fails with {@code unknown-member}. Its source must be new. */
    Uni<Privilege> grant(SqlConnection connection, Grant grant) {
        wallets.requireKnown(
                "{member}", grant.holder().community(), grant.holder().member());
        return bookkeeping
                .with(connection, Set.of(grant.holder()), books -> granting.grant(connection, books, grant))
                .map(made -> made.orElseThrow(
                        () -> new IllegalStateException("a new source has granted before: " + grant.source())));
    }

    /** Takes it back; fails with {@code privilege-ended} where it has ended. */
    Uni<Privilege> revoke(SqlConnection connection, String community, UUID id, String who, @Nullable String reason) {
        return privileges
                .lock(connection, community, id)
                .map(found -> requireActive(found.orElseThrow(() -> unknown(id))))
                .chain(active -> bookkeeping.with(
                        connection,
                        Set.of(active.holder()),
                        books -> granting.revoke(connection, books, List.of(active), who, reason)
                                .replaceWith(active.ended(Privilege.State.REVOKED, books.now()))));
    }

    Uni<Privilege> get(String community, UUID id) {
        return privileges.find(pool, community, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    /** Those of a member, newest first. */
    Uni<Page<Privilege>> page(Holder holder, Paging paging) {
        int limit = paging.limit();
        return privileges
                .page(pool, holder, before(paging.after()), limit + 1)
                .map(rows -> Page.of(rows, limit, privilege -> privilege.id().toString()));
    }

    private static Privilege requireActive(Privilege privilege) {
        if (privilege.state() != Privilege.State.ACTIVE) {
            throw new ProblemException(
                    PrivilegeProblem.PRIVILEGE_ENDED,
                    "it is " + privilege.state() + " since " + privilege.endedAt() + "; grant a new one if need be");
        }
        return privilege;
    }

    private static ProblemException unknown(UUID id) {
        return new ProblemException(PrivilegeProblem.UNKNOWN_PRIVILEGE, "the community has no privilege " + id);
    }

    private static @Nullable UUID before(String after) {
        try {
            return after.isEmpty() ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw QueryParameter.refused("cursor", "is not a cursor of this list; use `next` of the page before");
        }
    }
}
