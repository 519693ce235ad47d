package dev.hearth.incentive.tier;

import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.wallet.Bookkeeping;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at members outside of what they earn: locks them first, then reads. */
@ApplicationScoped
class Rounds {
    private static final String TURN = "select pg_try_advisory_xact_lock(hashtextextended($1, 0))";

    private final Bookkeeping bookkeeping;
    private final TierSchemes schemes;
    private final MemberTiers tiers;
    private final Reviewing reviewing;
    private final LocalDays days;

    Rounds(Bookkeeping bookkeeping, TierSchemes schemes, MemberTiers tiers, Reviewing reviewing, LocalDays days) {
        this.bookkeeping = bookkeeping;
        this.schemes = schemes;
        this.tiers = tiers;
        this.reviewing = reviewing;
        this.days = days;
    }

    /** Looks at these as time has gone by. Who needs it no more, since another replica was first, is left as it is. */
    Uni<List<Review>> look(SqlConnection connection, Collection<Holder> holders) {
        return look(connection, holders, tier -> tier == null ? null : tier.pinned(days.now()));
    }

    /** Looks at these with what is pinned from now on. */
    Uni<List<Review>> look(
            SqlConnection connection, Collection<Holder> holders, Function<@Nullable MemberTier, @Nullable Pin> pin) {
        return bookkeeping.with(
                connection,
                holders,
                books -> schemes.of(
                                connection,
                                holders.stream().map(Holder::community).collect(Collectors.toSet()))
                        .chain(eras -> tiers.of(connection, holders)
                                .chain(before -> reviewing.review(
                                        connection, books, new Reviewing.Round(eras, before, pin), holders))));
    }

    /**
     * Whether it is this replica's turn; until the transaction ends it is no other's. The rows themselves cannot be
     * taken in turns by locks: they come after those of their holders.
     */
    static Uni<Boolean> turn(SqlClient connection, String job) {
        return connection
                .preparedQuery(TURN)
                .execute(Tuple.of(job))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
