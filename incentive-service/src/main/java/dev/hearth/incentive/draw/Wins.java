package dev.hearth.incentive.draw;

import dev.hearth.incentive.draw.proof.DrawId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The store of what can be won, and of what was. A win takes its prize from the stock in one step. */
@ApplicationScoped
class Wins {
    private static final String STOCK = """
            insert into draw_stock (community, draw, prize, quantity, remaining)
            select $1, $2, s.prize, s.quantity, s.quantity from unnest($3::text[], $4::int[]) as s (prize, quantity)
            """;
    private static final String REMAINING =
            "select prize, remaining from draw_stock where community = $1 and draw = $2";
    private static final String ADD = """
            insert into draw_win (community, draw, position, prize, lane, number, member, won_at, currency, points,
                expires_days, given_at, given_by)
            select $1, $2, w.position, w.prize, w.lane, w.number, w.member, $3, w.currency, w.points, w.expires_days,
                w.given_at, case when w.given_at is null then null else 'incentive-service' end
            from unnest($4::int[], $5::text[], $6::smallint[], $7::bigint[], $8::text[], $9::text[], $10::bigint[],
                $11::int[], $12::timestamptz[])
                as w (position, prize, lane, number, member, currency, points, expires_days, given_at)
            """;
    private static final String ALL =
            "select * from draw_win where community = $1 and draw = $2 and position > $3 order by position limit $4";
    private static final String LOCK =
            "select * from draw_win where community = $1 and draw = $2 and position = $3 for update";
    private static final String GIVE = """
            update draw_win set given_at = $4, given_by = $5, reference = $6
            where community = $1 and draw = $2 and position = any($3)
            """;
    private static final String TO_GIVE = """
            select * from draw_win where given_at is null and points is not null
            order by community, draw, position limit $1 for update skip locked
            """;
    private static final String COUNT_TO_GIVE =
            "select count(*) from (select from draw_win where given_at is null and points is not null limit 10000) w";

    /** A win with its community. */
    record Owed(String community, Win win) {}

    Uni<Void> stock(SqlClient connection, Draw draw) {
        return connection
                .preparedQuery(STOCK)
                .execute(Tuple.of(
                        draw.community(),
                        draw.id().draw(),
                        draw.prizes().stream().map(Prize::id).toArray(String[]::new),
                        draw.prizes().stream()
                                .map(prize -> prize.stake().quantity())
                                .toArray(Integer[]::new)))
                .replaceWithVoid();
    }

    /** What is left, by prize. */
    Uni<Map<String, Integer>> remaining(SqlClient client, DrawId draw) {
        return client.preparedQuery(REMAINING)
                .execute(Tuple.of(draw.community(), draw.draw()))
                .map(rows -> {
                    Map<String, Integer> remaining = new HashMap<>();
                    rows.forEach(row -> remaining.put(row.getString("prize"), row.getInteger("remaining")));
                    return remaining;
                });
    }

    Uni<Void> add(SqlClient connection, DrawId draw, List<Win> wins, Instant now) {
        if (wins.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection.preparedQuery(ADD).execute(columns(draw, wins, now)).replaceWithVoid();
    }

    Uni<List<Win>> page(SqlClient client, DrawId draw, int after, int rows) {
        return client.preparedQuery(ALL)
                .execute(Tuple.of(draw.community(), draw.draw(), after, rows))
                .map(Wins::wins);
    }

    Uni<Optional<Win>> lock(SqlClient connection, DrawId draw, int position) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(draw.community(), draw.draw(), position))
                .map(rows -> wins(rows).stream().findFirst());
    }

    Uni<Void> give(
            SqlClient connection,
            DrawId draw,
            List<Integer> positions,
            Instant now,
            String who,
            @Nullable String reference) {
        return connection
                .preparedQuery(GIVE)
                .execute(Tuple.of(
                        draw.community(),
                        draw.draw(),
                        positions.toArray(Integer[]::new),
                        now.atOffset(ZoneOffset.UTC),
                        who,
                        reference))
                .replaceWithVoid();
    }

    Uni<List<Owed>> lockToGive(SqlClient connection, int limit) {
        return connection.preparedQuery(TO_GIVE).execute(Tuple.of(limit)).map(rows -> {
            List<Owed> owed = new ArrayList<>(rows.size());
            rows.forEach(row -> owed.add(new Owed(row.getString("community"), win(row))));
            return owed;
        });
    }

    Uni<Long> countToGive(SqlClient client) {
        return client.query(COUNT_TO_GIVE)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static Tuple columns(DrawId draw, List<Win> wins, Instant now) {
        return Tuple.tuple()
                .addString(draw.community())
                .addString(draw.draw())
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                .addArrayOfInteger(each(wins).map(Win::position).toArray(Integer[]::new))
                .addArrayOfString(each(wins).map(Win::prize).toArray(String[]::new))
                .addArrayOfShort(each(wins).map(win -> (short) win.lane()).toArray(Short[]::new))
                .addArrayOfLong(each(wins).map(Win::number).toArray(Long[]::new))
                .addArrayOfString(each(wins).map(Win::member).toArray(String[]::new))
                .addArrayOfString(each(wins).map(Win::currency).toArray(String[]::new))
                .addArrayOfLong(each(wins).map(Win::points).toArray(Long[]::new))
                .addArrayOfInteger(each(wins).map(Win::expiresDays).toArray(Integer[]::new))
                .addArrayOfOffsetDateTime(each(wins)
                        .map(win -> win.givenAt() == null ? null : win.givenAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
    }

    private static Stream<Win> each(List<Win> wins) {
        return wins.stream();
    }

    private static List<Win> wins(RowSet<Row> rows) {
        List<Win> wins = new ArrayList<>(rows.size());
        rows.forEach(row -> wins.add(win(row)));
        return wins;
    }

    private static Win win(Row row) {
        OffsetDateTime given = row.getOffsetDateTime("given_at");
        return new Win(
                row.getString("draw"),
                row.getInteger("position"),
                row.getString("prize"),
                row.getShort("lane"),
                row.getLong("number"),
                row.getString("member"),
                row.getOffsetDateTime("won_at").toInstant(),
                row.getString("currency"),
                row.getLong("points"),
                row.getInteger("expires_days"),
                given == null ? null : given.toInstant(),
                row.getString("reference"));
    }
}
