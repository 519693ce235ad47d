package dev.hearth.incentive.earning;

import dev.hearth.incentive.accrual.ClaimKey;
import dev.hearth.incentive.accrual.Progress;
import dev.hearth.incentive.accrual.ProgressKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The store of how far members are with rules that have a pace, and of the events these have counted. */
@ApplicationScoped
class RuleProgress {
    private static final Comparator<ProgressKey> ORDER = Comparator.comparing(ProgressKey::community)
            .thenComparing(ProgressKey::rule)
            .thenComparing(ProgressKey::member);

    private static final String KEYS = "unnest($1::text[], $2::text[], $3::text[]) as k (community, rule, member)";
    private static final String BEGIN = "insert into rule_progress (community, rule, member, matches, days)"
            + " select community, rule, member, 0, '{}' from " + KEYS
            + " order by community collate \"C\", rule collate \"C\", member collate \"C\" on conflict do nothing";
    private static final String LOCK = "select community, rule, member, p.matches, p.paid_at, p.days from " + KEYS
            + " join rule_progress p using (community, rule, member)"
            + " order by community collate \"C\", rule collate \"C\", member collate \"C\" for no key update of p";
    private static final String SAVE = """
            update rule_progress p set matches = k.matches, paid_at = k.paid_at, days = k.days
            from jsonb_to_recordset(cast($1 as text)::jsonb)
                as k (community text, rule text, member text, matches bigint, paid_at timestamptz, days date[])
            where p.community = k.community and p.rule = k.rule and p.member = k.member
            """;
    private static final String MATCHED = """
            select community, event, rule from unnest($1::text[], $2::text[], $3::text[]) as k (community, event, rule)
            join rule_match m using (community, event, rule)
            """;
    private static final String MATCH = """
            insert into rule_match (community, event, rule)
            select * from unnest($1::text[], $2::text[], $3::text[])
            """;

    /** The progress for these keys, locked until the transaction ends. */
    Uni<Map<ProgressKey, Progress>> lock(SqlClient connection, Collection<ProgressKey> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Tuple asked = tuple(keys.stream().sorted(ORDER).toList());
        return connection
                .preparedQuery(BEGIN)
                .execute(asked)
                .chain(() -> connection.preparedQuery(LOCK).execute(asked))
                .map(rows -> {
                    Map<ProgressKey, Progress> found = HashMap.newHashMap(keys.size());
                    rows.forEach(row -> found.put(
                            new ProgressKey(row.getString(0), row.getString(1), row.getString(2)), progress(row)));
                    return found;
                });
    }

    /** Those of {@code keys} that were counted before. */
    Uni<Set<ClaimKey>> matched(SqlClient connection, Collection<ClaimKey> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return connection.preparedQuery(MATCHED).execute(matches(keys)).map(rows -> {
            Set<ClaimKey> found = new HashSet<>();
            rows.forEach(row -> found.add(new ClaimKey(row.getString(0), row.getString(1), row.getString(2))));
            return found;
        });
    }

    /** Writes the progress that changed, whose rows are locked, and the events that were counted now. */
    Uni<Void> save(SqlClient connection, Map<ProgressKey, Progress> changed, Set<ClaimKey> matched) {
        if (matched.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        changed.forEach((key, progress) -> rows.add(row(key, progress)));
        return connection
                .preparedQuery(SAVE)
                .execute(Tuple.of(rows.encode()))
                .chain(() -> connection.preparedQuery(MATCH).execute(matches(matched)))
                .replaceWithVoid();
    }

    /** Arrays of different lengths fit no unnest; JSON holds them. */
    private static JsonObject row(ProgressKey key, Progress progress) {
        JsonArray days = new JsonArray();
        progress.days().forEach(day -> days.add(day.toString()));
        JsonObject row = new JsonObject()
                .put("community", key.community())
                .put("rule", key.rule())
                .put("member", key.member())
                .put("matches", progress.matches())
                .put("days", days);
        return progress.paidAt() == null
                ? row
                : row.put("paid_at", progress.paidAt().toString());
    }

    private static Progress progress(Row row) {
        OffsetDateTime paidAt = row.getOffsetDateTime("paid_at");
        TreeSet<LocalDate> days = new TreeSet<>(List.of(row.getArrayOfLocalDates("days")));
        return new Progress(row.getLong("matches"), paidAt == null ? null : paidAt.toInstant(), days);
    }

    private static Tuple tuple(List<ProgressKey> keys) {
        return Tuple.tuple()
                .addArrayOfString(keys.stream().map(ProgressKey::community).toArray(String[]::new))
                .addArrayOfString(keys.stream().map(ProgressKey::rule).toArray(String[]::new))
                .addArrayOfString(keys.stream().map(ProgressKey::member).toArray(String[]::new));
    }

    private static Tuple matches(Collection<ClaimKey> keys) {
        return Tuple.tuple()
                .addArrayOfString(keys.stream().map(ClaimKey::community).toArray(String[]::new))
                .addArrayOfString(keys.stream().map(ClaimKey::event).toArray(String[]::new))
                .addArrayOfString(keys.stream().map(ClaimKey::rule).toArray(String[]::new));
    }
}
