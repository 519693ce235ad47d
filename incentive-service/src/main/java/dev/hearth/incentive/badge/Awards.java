package dev.hearth.incentive.badge;

import dev.hearth.incentive.ledger.Holder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store of awards: one row per member and badge, for ever. */
@ApplicationScoped
class Awards {
    private static final String AWARD = """
            insert into badge_award as a (community, member, badge, version, source, reason, awarded_at, awarded_by)
            values ($1, $2, $3, 1, $4, $5, $6, $7)
            on conflict on constraint one_award_per_badge do update
            set version = a.version + 1, source = excluded.source, reason = excluded.reason,
                awarded_at = greatest(excluded.awarded_at, a.revoked_at), awarded_by = excluded.awarded_by,
                revoked_at = null, revoked_by = null, revoked_for = null
            where a.revoked_at is not null
            returning *
            """;
    private static final String REVOKE = """
            update badge_award set version = version + 1, revoked_at = greatest($4, awarded_at), revoked_by = $5,
                revoked_for = $6
            where community = $1 and member = $2 and badge = $3 and revoked_at is null
                and ($7::text is null or source = $7)
            returning *
            """;
    private static final String FIND =
            "select * from badge_award where community = $1 and member = $2 and badge = $3 and revoked_at is null";
    private static final String OF_MEMBER = "select * from badge_award where community = $1 and member = $2"
            + " and badge > $3 and revoked_at is null order by badge limit $4";
    private static final String OF_BADGE = "select * from badge_award where community = $1 and badge = $2"
            + " and member > $3 and revoked_at is null order by member limit $4";

    /** Awards it; empty where the member has it already. */
    Uni<Optional<Award>> award(
            SqlClient connection, Holder holder, String badge, String source, @Nullable String reason, By by) {
        return one(
                connection,
                AWARD,
                Tuple.tuple()
                        .addString(holder.community())
                        .addString(holder.member())
                        .addString(badge)
                        .addString(source)
                        .addString(reason)
                        .addOffsetDateTime(by.at().atOffset(ZoneOffset.UTC))
                        .addString(by.who()));
    }

    /** Who does something, and when. */
    record By(String who, Instant at) {}

    /**
     * Takes it back; empty where the member does not have it.
     *
     * @param source only if it was awarded for that; null is whatever it was for
     */
    Uni<Optional<Award>> revoke(
            SqlClient connection, Holder holder, String badge, By by, String reason, @Nullable String source) {
        return one(
                connection,
                REVOKE,
                Tuple.tuple()
                        .addString(holder.community())
                        .addString(holder.member())
                        .addString(badge)
                        .addOffsetDateTime(by.at().atOffset(ZoneOffset.UTC))
                        .addString(by.who())
                        .addString(reason)
                        .addString(source));
    }

    Uni<Optional<Award>> find(SqlClient client, Holder holder, String badge) {
        return one(client, FIND, Tuple.of(holder.community(), holder.member(), badge));
    }

    /** The badges that a member has, by id. */
    Uni<List<Award>> ofMember(SqlClient client, Holder holder, String after, int limit) {
        return all(client, OF_MEMBER, Tuple.of(holder.community(), holder.member(), after, limit));
    }

    /** Who has a badge, by member. */
    Uni<List<Award>> ofBadge(SqlClient client, String community, String badge, String after, int limit) {
        return all(client, OF_BADGE, Tuple.of(community, badge, after, limit));
    }

    private static Uni<Optional<Award>> one(SqlClient client, String sql, Tuple asked) {
        return all(client, sql, asked).map(found -> found.stream().findFirst());
    }

    private static Uni<List<Award>> all(SqlClient client, String sql, Tuple asked) {
        return client.preparedQuery(sql).execute(asked).map(rows -> {
            List<Award> awards = new ArrayList<>(rows.size());
            rows.forEach(row -> awards.add(award(row)));
            return awards;
        });
    }

    private static Award award(Row row) {
        OffsetDateTime revoked = row.getOffsetDateTime("revoked_at");
        return new Award(
                new Holder(row.getString("community"), row.getString("member")),
                row.getString("badge"),
                row.getLong("version"),
                row.getString("source"),
                row.getString("reason"),
                row.getOffsetDateTime("awarded_at").toInstant(),
                row.getString("awarded_by"),
                revoked == null ? null : revoked.toInstant());
    }
}
