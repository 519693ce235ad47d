package dev.hearth.incentive.compensation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The store of what compensated members, and those held out, did before and after. */
@ApplicationScoped
class Outcomes {
    /** The figure of a member's days from a day on, {@code c.horizon_days} of them. */
    private static final String TOTAL = """
            case d.metric
              when 'ACTIVE_DAYS' then (select count(*) from active_day a
                where (a.community, a.member) = (d.community, d.member) and a.local_date between %1$s and %2$s)
              else (select coalesce(sum(v.value), 0)::bigint from valued_event v
                where (v.community, v.member) = (d.community, d.member) and v.local_date between %1$s and %2$s
                  and (d.kind is null or v.kind = d.kind))
            end
            """;

    private static final String SETTLE = """
            with due as (
              select g.community, g.incident, g.member, g.local_date, c.horizon_days, c.metric, c.kind, o.since
              from member_compensation g
              join compensation c using (community, compensation)
              join observed_community o using (community)
              where g.settled_at is null and g.local_date + c.horizon_days < $1
              order by g.local_date limit $2 for update of g skip locked)
            update member_compensation g
            set settled_at = $3, after_total =
            """
            + TOTAL.formatted("d.local_date + 1", "d.local_date + d.horizon_days")
            + ", before_total = case when d.since <= d.local_date - d.horizon_days then "
            + TOTAL.formatted("d.local_date - d.horizon_days", "d.local_date - 1") + """
            end
            from due d
            where (g.community, g.incident, g.member) = (d.community, d.incident, d.member)
            """;
    private static final String DUE = """
            select count(*) from (select 1 from member_compensation g join compensation c using (community, compensation)
                where g.settled_at is null and g.local_date + c.horizon_days < $1 limit 10000) due
            """;
    private static final String SIDES = """
            select held_out, coalesce(sum(points), 0)::bigint as points,
                count(*) filter (where settled_at is null) as running,
                count(after_total) as members,
                coalesce(avg(after_total), 0)::float8 as mean,
                coalesce(var_samp(after_total), 0)::float8 as variance,
                count(before_total) as members_before,
                coalesce(avg(after_total - before_total), 0)::float8 as mean_change,
                coalesce(var_samp(after_total - before_total), 0)::float8 as variance_change
            from member_compensation where community = $1 and compensation = $2
            group by held_out
            """;

    /**
     * The treated, or the held out.
     *
     * @param points what they got
     * @param running whose horizon is not over
     * @param after figures of the horizons that are over
     * @param change figures of those horizons less those of as many days before
     */
    record Side(long points, long running, Effect.Sample after, Effect.Sample change) {
        static final Side NOBODY = new Side(0, 0, new Effect.Sample(0, 0, 0), new Effect.Sample(0, 0, 0));
    }

    /** Both sides. */
    record Found(Side treated, Side heldOut) {
        /** Whether the days before are known of all whose horizon is over. */
        boolean isObservedBefore() {
            return treated.after().members() == treated.change().members()
                    && heldOut.after().members() == heldOut.change().members();
        }
    }

    /** Counts what those did whose horizon ended before that day; answers how many. */
    Uni<Integer> settle(SqlConnection connection, LocalDate before, int limit, Instant now) {
        return connection
                .preparedQuery(SETTLE)
                .execute(Tuple.of(before, limit, now.atOffset(ZoneOffset.UTC)))
                .map(settled -> settled.rowCount());
    }

    Uni<Long> due(SqlClient client, LocalDate before) {
        return client.preparedQuery(DUE)
                .execute(Tuple.of(before))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<Found> of(SqlClient client, String community, String compensation) {
        return client.preparedQuery(SIDES)
                .execute(Tuple.of(community, compensation))
                .map(rows -> {
                    Side treated = Side.NOBODY;
                    Side heldOut = Side.NOBODY;
                    for (Row row : rows) {
                        if (row.getBoolean("held_out")) {
                            heldOut = side(row);
                        } else {
                            treated = side(row);
                        }
                    }
                    return new Found(treated, heldOut);
                });
    }

    private static Side side(Row row) {
        return new Side(
                row.getLong("points"),
                row.getLong("running"),
                new Effect.Sample(row.getLong("members"), row.getDouble("mean"), row.getDouble("variance")),
                new Effect.Sample(
                        row.getLong("members_before"), row.getDouble("mean_change"), row.getDouble("variance_change")));
    }
}
