package dev.hearth.incentive.compensation;

import dev.hearth.incentive.campaign.budget.HoldOut;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The store of compensations. */
@ApplicationScoped
class Compensations {
    private static final String COLUMNS = """
            select community, compensation, incident, campaign, currency, points, salt, hold_out, metric, kind, expected,
                horizon_days, made_at, made_by
            from compensation
            """;
    private static final String FIND = COLUMNS + "where community = $1 and compensation = $2";
    private static final String PAGE =
            COLUMNS + "where community = $1 and compensation > $2 order by compensation limit $3";
    private static final String COUNT = "select count(*) from compensation where community = $1";
    private static final String ADD = """
            insert into compensation (community, compensation, incident, campaign, currency, points, salt, hold_out,
                metric, kind, expected, horizon_days, made_at, made_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            on conflict do nothing
            """;
    private static final String OBSERVE =
            "insert into observed_community (community, since) values ($1, $2) on conflict do nothing";
    private static final String CURRENCY = "select 1 from currency where community = $1 and currency = $2";

    private final SecureRandom random = new SecureRandom();

    /** A compensation with who is held out of it. */
    record Stored(Compensation compensation, HoldOut holdOut) {}

    /** Adds it unless one of that id is there; tells whether it did. */
    Uni<Boolean> add(SqlConnection connection, Compensation made) {
        Compensation.Terms terms = made.terms();
        byte[] salt = new byte[HoldOut.SALT];
        random.nextBytes(salt);
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addString(terms.community())
                        .addString(terms.id())
                        .addString(terms.incident())
                        .addString(terms.campaign())
                        .addString(terms.currency())
                        .addLong(terms.points())
                        .addBuffer(Buffer.buffer(salt))
                        .addInteger(terms.holdOutPermille())
                        .addString(terms.metric().name())
                        .addString(terms.kind())
                        .addDouble(terms.expected())
                        .addInteger(terms.horizonDays())
                        .addOffsetDateTime(made.madeAt().atOffset(ZoneOffset.UTC))
                        .addString(made.madeBy()))
                .map(added -> added.rowCount() == 1);
    }

    /** Lets the community's members be observed from that day on, if they are not yet. */
    Uni<Void> observe(SqlConnection connection, String community, LocalDate since) {
        return connection
                .preparedQuery(OBSERVE)
                .execute(Tuple.of(community, since))
                .replaceWithVoid();
    }

    Uni<Boolean> hasCurrency(SqlConnection connection, String community, String currency) {
        return connection
                .preparedQuery(CURRENCY)
                .execute(Tuple.of(community, currency))
                .map(rows -> rows.size() > 0);
    }

    Uni<Long> count(SqlClient client, String community) {
        return client.preparedQuery(COUNT)
                .execute(Tuple.of(community))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<Optional<Stored>> find(SqlClient client, String community, String id) {
        return read(client, FIND, Tuple.of(community, id))
                .map(found -> found.stream().findFirst());
    }

    Uni<List<Stored>> page(SqlClient client, String community, String after, int rows) {
        return read(client, PAGE, Tuple.of(community, after, rows));
    }

    private static Uni<List<Stored>> read(SqlClient client, String sql, Tuple asked) {
        return client.preparedQuery(sql).execute(asked).map(rows -> {
            List<Stored> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(stored(row)));
            return found;
        });
    }

    private static Stored stored(Row row) {
        Compensation.Terms terms = new Compensation.Terms(
                row.getString("community"),
                row.getString("compensation"),
                row.getString("incident"),
                row.getString("campaign"),
                row.getString("currency"),
                row.getLong("points"),
                row.getInteger("hold_out"),
                Compensation.Metric.valueOf(row.getString("metric")),
                row.getString("kind"),
                row.getDouble("expected"),
                row.getInteger("horizon_days"));
        return new Stored(
                new Compensation(terms, row.getOffsetDateTime("made_at").toInstant(), row.getString("made_by")),
                new HoldOut(row.getBuffer("salt").getBytes(), terms.holdOutPermille()));
    }
}
