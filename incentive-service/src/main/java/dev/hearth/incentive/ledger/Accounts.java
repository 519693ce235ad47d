package dev.hearth.incentive.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The accounts and who holds them. An account is opened, empty, when it is first needed. */
final class Accounts {
    /**
     * One statement that makes the rows that are missing and locks them all, in one order, so that two of them never
     * wait for each other in a ring. Counting up is what locks.
     */
    private static final String LOCK = """
            insert into holder (community, member, version)
            select community, member, 1 from unnest($1::text[], $2::text[]) as wanted (community, member)
            order by community collate "C", member collate "C"
            on conflict (community, member) do update set version = holder.version + 1
            returning community, member, version
            """;

    private static final String OF_HOLDERS = """
            select a.id, a.community, a.currency, a.kind, a.owner, a.expires_at, a.balance
            from unnest($1::text[], $2::text[]) as wanted (community, member)
            join account a on a.community = wanted.community and a.owner = wanted.member and a.id > 0
            where a.balance <> 0 or a.expires_at > $3
            """;

    private static final String KEYS = "unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])";
    private static final String FIND = "select a.id, wanted.place from " + KEYS
            + " with ordinality as wanted (community, currency, kind, owner, expires_at, place)"
            + " join account a using (community, currency, kind, owner, expires_at)";
    private static final String OPEN = "insert into account (id, book, community, currency, kind, owner, expires_at)"
            + " select case when w.kind in ('WALLET', 'PENDING', 'HELD', 'OWED') then 1 else -1 end * nextval('account_id'),"
            + " c.book, w.* from " + KEYS + " as w (community, currency, kind, owner, expires_at)"
            + " join currency c using (community, currency)"
            + " order by w.community collate \"C\", w.currency collate \"C\", w.kind, w.owner collate \"C\", w.expires_at"
            + " on conflict do nothing";

    private static final Comparator<Account> ORDER = Comparator.comparing(
                    (Account account) -> account.currency().community())
            .thenComparing(account -> account.currency().currency())
            .thenComparing(Account::kind)
            .thenComparing(Account::owner)
            .thenComparing(Account::expiresAt);

    private final SharedAccounts shared = new SharedAccounts();

    /** Locks the holders; answers how often each one's points moved, with this time. */
    Uni<Map<Holder, Long>> lock(SqlClient connection, List<Holder> holders) {
        return connection.preparedQuery(LOCK).execute(keysOf(holders)).map(rows -> {
            Map<Holder, Long> versions = HashMap.newHashMap(holders.size());
            rows.forEach(row -> versions.put(new Holder(row.getString(0), row.getString(1)), row.getLong(2)));
            return versions;
        });
    }

    /** An account with its id and what is in it. */
    record Stored(long id, Account account, long balance) {}

    /** The accounts of the holders, but for lots that are both expired and empty. */
    Uni<List<Stored>> ofHolders(SqlClient connection, List<Holder> holders, OffsetDateTime now) {
        return connection
                .preparedQuery(OF_HOLDERS)
                .execute(keysOf(holders).addOffsetDateTime(now))
                .map(rows -> {
                    List<Stored> stored = new java.util.ArrayList<>(rows.size());
                    rows.forEach(
                            row -> stored.add(new Stored(row.getLong("id"), account(row), row.getLong("balance"))));
                    return stored;
                });
    }

    /** The ids of {@code accounts}; those that are missing are opened. At most once in a transaction. */
    Uni<Map<Account, Long>> open(SqlClient connection, Collection<Account> accounts) {
        Map<Account, Long> known = shared.of(accounts);
        List<Account> wanted = accounts.stream()
                .filter(account -> !known.containsKey(account))
                .sorted(ORDER)
                .toList();
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(known);
        }
        // What is found now is committed; what is opened afterwards may yet be rolled back.
        return find(connection, wanted)
                .invoke(shared::keep)
                .chain(found -> found.size() == wanted.size()
                        ? Uni.createFrom().item(found)
                        : openMissing(connection, wanted, found.keySet()))
                .invoke(known::putAll)
                .replaceWith(known);
    }

    private static Uni<Map<Account, Long>> openMissing(SqlClient connection, List<Account> wanted, Set<Account> found) {
        List<Account> missing =
                wanted.stream().filter(account -> !found.contains(account)).toList();
        return insert(connection, missing).chain(() -> find(connection, wanted));
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

    /** The account that a row tells of, by columns of the table's names. */
    static Account account(Row row) {
        return new Account(
                new CurrencyId(row.getString("community"), row.getString("currency")),
                Account.Kind.valueOf(row.getString("kind")),
                row.getString("owner"),
                row.getOffsetDateTime("expires_at").toInstant());
    }

    private static Tuple keysOf(List<Holder> holders) {
        return Tuple.tuple()
                .addArrayOfString(holders.stream().map(Holder::community).toArray(String[]::new))
                .addArrayOfString(holders.stream().map(Holder::member).toArray(String[]::new));
    }

    private static Tuple keys(List<Account> accounts) {
        return Tuple.tuple()
                .addArrayOfString(accounts.stream()
                        .map(account -> account.currency().community())
                        .toArray(String[]::new))
                .addArrayOfString(accounts.stream()
                        .map(account -> account.currency().currency())
                        .toArray(String[]::new))
                .addArrayOfString(
                        accounts.stream().map(account -> account.kind().name()).toArray(String[]::new))
                .addArrayOfString(accounts.stream().map(Account::owner).toArray(String[]::new))
                .addArrayOfOffsetDateTime(accounts.stream()
                        .map(account -> account.expiresAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
    }
}
