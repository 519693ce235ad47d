package dev.hearth.incentive.rule;

import dev.hearth.incentive.accrual.Cap;
import dev.hearth.incentive.accrual.Rule;
import dev.hearth.incentive.accrual.RuleBook;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rules in force, as events meet them. Which revision is in force is read in the transaction that applies the
 * events, so that a rule saved before an event was sent answers it, whichever replica saved it; the rules of a revision
 * never change, so they are kept in memory.
 */
@ApplicationScoped
public class RuleBooks {
    private static final int MAX_KEPT = 10_000;

    private static final String REVISIONS = "select community, revision from rule_book where community = any($1)";
    private static final String RULES = """
            select distinct on (rule) rule, version, kinds, currency, amount, own_points, own_times, shared_caps,
                valid_from, valid_until
            from earning_rule_version where community = $1 and revision <= $2 order by rule, version desc
            """;
    private static final String CAPS = """
            select distinct on (cap) cap, unit, maximum
            from cap_version where community = $1 and revision <= $2 order by cap, version desc
            """;

    /** The book last used of each community, the longest unused one dropped first. */
    private final Map<String, RuleBook> kept = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RuleBook> eldest) {
            return size() > MAX_KEPT;
        }
    });

    /**
     * The books in force of these communities. One without rules is left out.
     *
     * @param connection the transaction in which they are applied
     */
    public Uni<Map<String, RuleBook>> inForce(SqlClient connection, Collection<String> communities) {
        return connection
                .preparedQuery(REVISIONS)
                .execute(Tuple.of(communities.toArray(String[]::new)))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> book(connection, row.getString(0), row.getLong(1)))
                        .collect()
                        .asMap(Book::community, Book::rules));
    }

    private record Book(String community, RuleBook rules) {}

    private Uni<Book> book(SqlClient connection, String community, long revision) {
        RuleBook known = kept.get(community);
        if (known != null && known.revision() == revision) {
            return Uni.createFrom().item(new Book(community, known));
        }
        return read(connection, community, revision)
                .invoke(read -> kept.put(community, read))
                .map(read -> new Book(community, read));
    }

    private static Uni<RuleBook> read(SqlClient connection, String community, long revision) {
        Tuple asked = Tuple.of(community, revision);
        return connection
                .preparedQuery(CAPS)
                .execute(asked)
                .map(RuleBooks::caps)
                .chain(caps -> connection
                        .preparedQuery(RULES)
                        .execute(asked)
                        .map(rows -> new RuleBook(revision, rules(rows, caps))));
    }

    private static Map<String, Cap> caps(Iterable<Row> rows) {
        Map<String, Cap> caps = new HashMap<>();
        rows.forEach(row -> caps.put(
                row.getString("cap"),
                Cap.shared(row.getString("cap"), Cap.Unit.valueOf(row.getString("unit")), row.getLong("maximum"))));
        return caps;
    }

    private static List<Rule> rules(Iterable<Row> rows, Map<String, Cap> caps) {
        List<Rule> rules = new ArrayList<>();
        rows.forEach(row -> rules.add(terms(row).rule(row.getString("rule"), row.getInteger("version"), caps)));
        return rules;
    }

    private static RuleTerms terms(Row row) {
        return new RuleTerms(
                new TreeSet<>(List.of(row.getArrayOfStrings("kinds"))),
                row.getString("currency"),
                row.getLong("amount"),
                row.getLong("own_points"),
                row.getLong("own_times"),
                new TreeSet<>(List.of(row.getArrayOfStrings("shared_caps"))),
                instant(row, "valid_from"),
                instant(row, "valid_until"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
