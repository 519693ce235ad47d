package dev.hearth.incentive.wallet.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The store of transfers: what counts towards a sender's day. */
@ApplicationScoped
class Transfers {
    private static final String OF_DAY = """
            select coalesce(sum(amount), 0)::bigint from transfer
            where community = $1 and sender = $2 and currency = $3 and local_date = $4
            """;
    private static final String ADD = """
            insert into transfer (community, id, sender, receiver, currency, amount, local_date)
            values ($1, $2, $3, $4, $5, $6, $7)
            """;

    /** What the sender has given on that day. Under the sender's lock. */
    Uni<Long> ofDay(SqlConnection connection, Transfer transfer) {
        return connection
                .preparedQuery(OF_DAY)
                .execute(Tuple.of(
                        transfer.currency().community(),
                        transfer.from(),
                        transfer.currency().currency(),
                        transfer.when().localDate()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<Void> add(SqlConnection connection, Transfer transfer, UUID transaction) {
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.from(new Object[] {
                    transfer.currency().community(),
                    transaction,
                    transfer.from(),
                    transfer.to(),
                    transfer.currency().currency(),
                    transfer.amount(),
                    transfer.when().localDate()
                }))
                .replaceWithVoid();
    }
}
