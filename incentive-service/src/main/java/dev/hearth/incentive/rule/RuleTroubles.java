package dev.hearth.incentive.rule;

import dev.hearth.incentive.accrual.Fault;
import dev.hearth.incentive.accrual.Occurrence;
import dev.hearth.incentive.accrual.Refusal;
import dev.hearth.incentive.accrual.Rule;
import dev.hearth.incentive.definition.DefinitionKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The store of what rules could not do: one row per rule and kind of trouble, with the last cause. */
@ApplicationScoped
public class RuleTroubles {
    private static final String ADD = """
            insert into rule_trouble (community, rule, kind, times, version, event, cause, last_at)
            select t.*, $8 from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::int[], $6::text[], $7::text[])
                as t (community, rule, kind, times, version, event, cause)
            on conflict (community, rule, kind) do update
            set times = rule_trouble.times + excluded.times, version = excluded.version, event = excluded.event,
                cause = excluded.cause, last_at = excluded.last_at
            """;
    private static final int MAX_CAUSE = 300;

    private static final String OF_RULE = """
            select kind, times, version, event, cause, last_at from rule_trouble where community = $1 and rule = $2
            """;

    private final Clock clock;

    public RuleTroubles(Clock clock) {
        this.clock = clock;
    }

    private record Trouble(
            String community, String rule, String kind, long times, int version, String event, String cause) {
        static Trouble of(String kind, Occurrence occurrence, Rule rule, String cause) {
            String told = cause.replace("\0", "");
            return new Trouble(
                    occurrence.community(),
                    rule.id(),
                    kind,
                    1,
                    rule.version(),
                    occurrence.event(),
                    told.length() > MAX_CAUSE ? told.substring(0, MAX_CAUSE) : told.isEmpty() ? "unknown" : told);
        }

        Trouble after(Trouble before) {
            return new Trouble(community, rule, kind, before.times + times, version, event, cause);
        }
    }

    /** Counts them, and keeps the last of each rule. In the order of the key, so that nobody waits in a ring. */
    public Uni<Void> add(SqlClient connection, List<Fault> faults, List<Refusal> refusals) {
        TreeMap<String, Trouble> troubles = new TreeMap<>();
        faults.forEach(fault -> put(troubles, Trouble.of("FAULT", fault.occurrence(), fault.rule(), fault.cause())));
        refusals.forEach(refusal -> put(
                troubles,
                Trouble.of(
                        "REFUSAL", refusal.claim().occurrence(), refusal.claim().rule(), refusal.cause())));
        return connection.preparedQuery(ADD).execute(tuple(troubles.values())).replaceWithVoid();
    }

    /** What a rule could not do, by kind. */
    Uni<Map<String, TroubleView>> of(SqlClient client, DefinitionKey rule) {
        return client.preparedQuery(OF_RULE)
                .execute(Tuple.of(rule.community(), rule.id()))
                .map(rows -> {
                    Map<String, TroubleView> troubles = new TreeMap<>();
                    rows.forEach(row -> troubles.put(
                            row.getString("kind"),
                            new TroubleView(
                                    row.getLong("times"),
                                    row.getInteger("version"),
                                    row.getString("event"),
                                    row.getString("cause"),
                                    row.getOffsetDateTime("last_at").toInstant())));
                    return troubles;
                });
    }

    private static void put(Map<String, Trouble> troubles, Trouble trouble) {
        troubles.merge(
                trouble.community() + '\n' + trouble.rule() + '\n' + trouble.kind(),
                trouble,
                (before, now) -> now.after(before));
    }

    private Tuple tuple(Collection<Trouble> troubles) {
        return Tuple.tuple()
                .addArrayOfString(troubles.stream().map(Trouble::community).toArray(String[]::new))
                .addArrayOfString(troubles.stream().map(Trouble::rule).toArray(String[]::new))
                .addArrayOfString(troubles.stream().map(Trouble::kind).toArray(String[]::new))
                .addArrayOfLong(troubles.stream().map(Trouble::times).toArray(Long[]::new))
                .addArrayOfInteger(troubles.stream().map(Trouble::version).toArray(Integer[]::new))
                .addArrayOfString(troubles.stream().map(Trouble::event).toArray(String[]::new))
                .addArrayOfString(troubles.stream().map(Trouble::cause).toArray(String[]::new))
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC));
    }
}
