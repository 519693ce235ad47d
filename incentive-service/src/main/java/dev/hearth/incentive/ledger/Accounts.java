package dev.hearth.incentive.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The database's ids of accounts; an account is opened, empty, when it is first needed. */
final class Accounts {
    private static final String FIND = """
            select a.id, wanted.place
            from unnest($1::text[], $2::text[], $3::text[], $4::text[])
                with ordinality as wanted (community, currency, kind, owner, place)
            join account a using (community, currency, kind, owner)
            """;
    private static final String OPEN = """
            insert into account (community, currency, kind, owner)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])
            on conflict do nothing
            """;

    /**
     * The ids of {@code accounts}. New ones are inserted in a fixed order, so that two openers never wait in a ring.
     */
    Uni<Map<Account, Long>> open(SqlClient connection, Collection<Account> accounts) {
        List<Account> wanted = List.copyOf(accounts);
        return find(connection, wanted).chain(found -> {
            TreeSet<Account> missing = new TreeSet<>(Accounts::inOrder);
            wanted.stream().filter(account -> !found.containsKey(account)).forEach(missing::add);
            return missing.isEmpty()
                    ? Uni.createFrom().item(found)
                    : insert(connection, List.copyOf(missing)).chain(() -> find(connection, wanted));
        });
    }

    private static Uni<Map<Account, Long>> find(SqlClient connection, List<Account> accounts) {
        return connection.preparedQuery(FIND).execute(keys(accounts)).map(rows -> {
            Map<Account, Long> ids = HashMap.newHashMap(accounts.size());
            for (Row row : rows) {
                ids.put(accounts.get(Math.toIntExact(row.getLong("place")) - 1), row.getLong("id"));
            }
            return ids;
        });
    }

    private static Uni<RowSet<Row>> insert(SqlClient connection, List<Account> accounts) {
        return connection.preparedQuery(OPEN).execute(keys(accounts));
    }

    private static int inOrder(Account one, Account other) {
        int order = one.currency().community().compareTo(other.currency().community());
        order = order != 0
                ? order
                : one.currency().currency().compareTo(other.currency().currency());
        order = order != 0 ? order : one.kind().compareTo(other.kind());
        return order != 0 ? order : one.owner().compareTo(other.owner());
    }

    private static Tuple keys(List<Account> accounts) {
        return Tuple.of(
                accounts.stream().map(account -> account.currency().community()).toArray(String[]::new),
                accounts.stream().map(account -> account.currency().currency()).toArray(String[]::new),
                accounts.stream().map(Account::kind).toArray(String[]::new),
                accounts.stream().map(Account::owner).toArray(String[]::new));
    }
}
