package dev.hearth.incentive.tier;

import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.standing.Earnings;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The store of what members earned by day. Its rows follow from the ledger; under the lock of the holder. */
@ApplicationScoped
class QualifyingDays {
    private static final String HOLDERS = "unnest($1::text[], $2::text[]) as h (community, member)";
    private static final String ADD = """
            insert into qualifying_day as d (community, member, currency, local_date, points)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::bigint[])
            on conflict (community, member, currency, local_date) do update set points = d.points + excluded.points
            """;
    private static final String FORGET = "delete from qualifying_day d using " + HOLDERS
            + " where d.community = h.community and d.member = h.member";
    /**
     * The same as {@link EarnedPoints}, over all that was ever recorded; a reversal counts for the day it takes back.
     * Accounts of members have ids above zero, all others below.
     */
    private static final String RECOUNT = """
            insert into qualifying_day (community, member, currency, local_date, points)
            select a.community, a.owner, a.currency, coalesce(o.local_date, t.local_date), sum(m.points)
            from %s
            join account a on a.community = h.community and a.owner = h.member and a.id > 0
            cross join lateral (
                select p.transaction_id, p.amount as points, p.source as other
                from posting p where p.destination = a.id and p.destination > 0
                union all
                select p.transaction_id, -p.amount, p.destination from posting p where p.source = a.id and p.source > 0) m
            join account x on x.id = m.other and x.id < 0 and (m.points > 0 or x.kind <> 'EXPIRED')
            join ledger_transaction t on t.id = m.transaction_id
            left join ledger_transaction o on o.id = t.reverses
            where coalesce(o.type, t.type) in ('EARNED', 'CANCELLED')
            group by 1, 2, 3, 4
            """.formatted(HOLDERS);

    private static final String READ = "select d.community, d.member, d.currency, d.local_date, d.points from "
            + HOLDERS + " join qualifying_day d on d.community = h.community and d.member = h.member";

    /** Adds what was earned now. */
    Uni<Void> add(SqlClient connection, Map<Holder, Map<EarnedPoints.Day, Long>> earned) {
        List<String> communities = new ArrayList<>();
        List<String> members = new ArrayList<>();
        List<String> currencies = new ArrayList<>();
        List<LocalDate> dates = new ArrayList<>();
        List<Long> points = new ArrayList<>();
        earned.forEach((holder, days) -> days.forEach((day, sum) -> {
            communities.add(holder.community());
            members.add(holder.member());
            currencies.add(day.currency());
            dates.add(day.date());
            points.add(sum);
        }));
        if (points.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addArrayOfString(communities.toArray(String[]::new))
                        .addArrayOfString(members.toArray(String[]::new))
                        .addArrayOfString(currencies.toArray(String[]::new))
                        .addArrayOfLocalDate(dates.toArray(LocalDate[]::new))
                        .addArrayOfLong(points.toArray(Long[]::new)))
                .replaceWithVoid();
    }

    /** Counts these members anew from the ledger. */
    Uni<Void> recount(SqlClient connection, Collection<Holder> holders) {
        return holders.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(FORGET)
                        .execute(tuple(holders))
                        .chain(() -> connection.preparedQuery(RECOUNT).execute(tuple(holders)))
                        .replaceWithVoid();
    }

    /** What these members earned, by currency. */
    Uni<Map<Holder, Map<String, Earnings>>> of(SqlClient client, Collection<Holder> holders) {
        if (holders.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return client.preparedQuery(READ).execute(tuple(holders)).map(rows -> {
            Map<Holder, Map<String, Map<LocalDate, Long>>> days = new HashMap<>();
            rows.forEach(row -> days.computeIfAbsent(
                            new Holder(row.getString(0), row.getString(1)), holder -> new HashMap<>())
                    .computeIfAbsent(row.getString(2), currency -> new HashMap<>())
                    .put(row.getLocalDate(3), row.getLong(4)));
            Map<Holder, Map<String, Earnings>> earned = new HashMap<>();
            days.forEach((holder, currencies) -> currencies.forEach((currency, byDay) ->
                    earned.computeIfAbsent(holder, same -> new HashMap<>()).put(currency, new Earnings(byDay))));
            return earned;
        });
    }

    private static Tuple tuple(Collection<Holder> holders) {
        return Tuple.of(
                holders.stream().map(Holder::community).toArray(String[]::new),
                holders.stream().map(Holder::member).toArray(String[]::new));
    }
}
