package dev.hearth.incentive.earning;

import dev.hearth.incentive.accrual.Usage;
import dev.hearth.incentive.accrual.UsageKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The store of what has counted towards caps. */
@ApplicationScoped
class CapUsages {
    private static final Comparator<UsageKey> ORDER = Comparator.comparing(UsageKey::community)
            .thenComparing(UsageKey::subject)
            .thenComparing(UsageKey::windowStart)
            .thenComparing(UsageKey::cap);

    private static final String KEYS =
            "unnest($1::text[], $2::text[], $3::date[], $4::text[]) as k (community, subject, window_start, cap)";
    private static final String LOCK = "select community, subject, window_start, cap, u.points, u.times from " + KEYS
            + " join cap_usage u using (community, subject, window_start, cap)"
            + " order by community, subject, window_start, cap for no key update of u";
    private static final String BEGIN = "insert into cap_usage (community, subject, window_start, cap, points, times)"
            + " select community, subject, window_start, cap, 0, 0 from " + KEYS + " on conflict do nothing";
    private static final String SAVE = """
            update cap_usage u set points = k.points, times = k.times
            from unnest($1::text[], $2::text[], $3::date[], $4::text[], $5::bigint[], $6::bigint[])
                as k (community, subject, window_start, cap, points, times)
            where u.community = k.community and u.subject = k.subject and u.window_start = k.window_start and u.cap = k.cap
            """;

    /**
     * The counts of these keys, locked until the transaction ends. Rows that are missing are inserted first, so that
     * there is something to lock; both in a fixed order, so that two batches never wait for each other in a ring.
     */
    Uni<Map<UsageKey, Usage>> lock(SqlClient connection, Collection<UsageKey> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<UsageKey> sorted = keys.stream().sorted(ORDER).toList();
        return select(connection, sorted).chain(found -> {
            List<UsageKey> missing =
                    sorted.stream().filter(key -> !found.containsKey(key)).toList();
            return missing.isEmpty()
                    ? Uni.createFrom().item(found)
                    : connection
                            .preparedQuery(BEGIN)
                            .execute(tuple(missing))
                            .chain(() -> select(connection, missing))
                            .map(begun -> joined(found, begun));
        });
    }

    /** Writes the counts that changed; their rows are locked. */
    Uni<Void> save(SqlClient connection, Map<UsageKey, Usage> changed) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<UsageKey> keys = new ArrayList<>(changed.keySet());
        keys.sort(ORDER);
        Tuple row = tuple(keys)
                .addArrayOfLong(keys.stream()
                        .map(key -> changed.getOrDefault(key, Usage.NONE).points())
                        .toArray(Long[]::new))
                .addArrayOfLong(keys.stream()
                        .map(key -> changed.getOrDefault(key, Usage.NONE).times())
                        .toArray(Long[]::new));
        return connection.preparedQuery(SAVE).execute(row).replaceWithVoid();
    }

    private static Uni<Map<UsageKey, Usage>> select(SqlClient connection, List<UsageKey> keys) {
        return connection.preparedQuery(LOCK).execute(tuple(keys)).map(rows -> {
            Map<UsageKey, Usage> usages = HashMap.newHashMap(keys.size());
            rows.forEach(row -> usages.put(
                    new UsageKey(row.getString(0), row.getString(1), row.getLocalDate(2), row.getString(3)),
                    new Usage(row.getLong(4), row.getLong(5))));
            return usages;
        });
    }

    private static Map<UsageKey, Usage> joined(Map<UsageKey, Usage> found, Map<UsageKey, Usage> begun) {
        Map<UsageKey, Usage> all = new HashMap<>(found);
        all.putAll(begun);
        return all;
    }

    private static Tuple tuple(List<UsageKey> keys) {
        return Tuple.tuple()
                .addArrayOfString(keys.stream().map(UsageKey::community).toArray(String[]::new))
                .addArrayOfString(keys.stream().map(UsageKey::subject).toArray(String[]::new))
                .addArrayOfLocalDate(keys.stream().map(UsageKey::windowStart).toArray(LocalDate[]::new))
                .addArrayOfString(keys.stream().map(UsageKey::cap).toArray(String[]::new));
    }
}
