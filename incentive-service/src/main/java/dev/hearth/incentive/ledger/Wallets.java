package dev.hearth.incentive.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What members have, as a transaction under way sees it. */
public final class Wallets {
    private static final String BALANCES = """
            select a.community, a.owner, a.currency, a.balance, a.version
            from unnest($1::text[], $2::text[]) as asked (community, owner)
            join account a on a.community = asked.community and a.owner = asked.owner and a.kind = 'WALLET'
            """;

    /** All balances of each holder; one without a wallet is left out. */
    public Uni<Map<Holder, List<Balance>>> balances(SqlClient connection, Collection<Holder> holders) {
        return connection
                .preparedQuery(BALANCES)
                .execute(Tuple.of(
                        holders.stream().map(Holder::community).toArray(String[]::new),
                        holders.stream().map(Holder::member).toArray(String[]::new)))
                .map(rows -> {
                    Map<Holder, List<Balance>> balances = new HashMap<>();
                    rows.forEach(row -> balances.computeIfAbsent(
                                    new Holder(row.getString(0), row.getString(1)), holder -> new ArrayList<>())
                            .add(new Balance(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4))));
                    return balances;
                });
    }
}
