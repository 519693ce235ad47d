package dev.hearth.incentive.challenge;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The store of the stages that members reached. Written while the member's books are open. */
@ApplicationScoped
class Stages {
    private static final String OF = """
            select s.* from unnest($1::text[], $2::text[], $3::text[]) as p (community, challenge, member)
            join challenge_stage s using (community, challenge, member)
            order by s.community, s.challenge, s.member, s.stage, s.attempt
            """;
    private static final String ADD = """
            insert into challenge_stage (community, challenge, member, stage, id, attempt, challenge_version, target,
                reached_at, transaction_id, currency, amount, badge, privilege)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """;
    private static final String REVERSAL = "select id from ledger_transaction where reverses = $1";
    private static final String LOSE =
            "update challenge_stage set lost_at = greatest($2, reached_at) where id = $1 and lost_at is null";

    /** What took a transaction back, if somebody did. */
    Uni<Optional<UUID>> reversal(SqlClient client, UUID transaction) {
        return client.preparedQuery(REVERSAL).execute(Tuple.of(transaction)).map(rows -> {
            List<UUID> found = new ArrayList<>();
            rows.forEach(row -> found.add(row.getUUID(0)));
            return found.stream().findFirst();
        });
    }

    /** All that these ever reached. */
    Uni<Map<Participant, List<Won>>> of(SqlClient client, Collection<Participant> participants) {
        return client.preparedQuery(OF).execute(Participants.keys(participants)).map(rows -> {
            Map<Participant, List<Won>> won = new HashMap<>();
            rows.forEach(row -> {
                Won one = won(row);
                won.computeIfAbsent(one.participant(), same -> new ArrayList<>())
                        .add(one);
            });
            return won;
        });
    }

    Uni<Void> add(SqlClient connection, Won won) {
        Prize.Points points = won.prize().points();
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addString(won.participant().community())
                        .addString(won.participant().challenge())
                        .addString(won.participant().member())
                        .addString(won.stage())
                        .addUUID(won.id())
                        .addInteger(won.attempt())
                        .addInteger(won.version())
                        .addLong(won.target())
                        .addOffsetDateTime(utc(won.reachedAt()))
                        .addUUID(won.transaction())
                        .addString(points == null ? null : points.currency())
                        .addLong(points == null ? null : points.amount())
                        .addString(won.prize().badge())
                        .addString(won.prize().privilege()))
                .replaceWithVoid();
    }

    Uni<Void> lose(SqlClient connection, Won won, Instant now) {
        return connection
                .preparedQuery(LOSE)
                .execute(Tuple.of(won.id(), utc(now)))
                .replaceWithVoid();
    }

    private static Won won(Row row) {
        OffsetDateTime lost = row.getOffsetDateTime("lost_at");
        return new Won(
                row.getUUID("id"),
                new Participant(row.getString("community"), row.getString("challenge"), row.getString("member")),
                row.getString("stage"),
                row.getInteger("attempt"),
                row.getInteger("challenge_version"),
                row.getLong("target"),
                row.getOffsetDateTime("reached_at").toInstant(),
                lost == null ? null : lost.toInstant(),
                row.getUUID("transaction_id"),
                new Prize(points(row), row.getString("badge"), row.getString("privilege"), null));
    }

    private static Prize.@Nullable Points points(Row row) {
        String currency = row.getString("currency");
        return currency == null ? null : new Prize.Points(currency, row.getLong("amount"), null);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
