package dev.hearth.incentive.compensation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The store of who got compensations and who was held out. */
@ApplicationScoped
class MemberGrants {
    /** Sorted, so that two bulk grants never wait for each other in a ring. */
    private static final String ADD = """
            insert into member_compensation (community, incident, member, compensation, held_out, points, granted_at,
                granted_by, local_date)
            select $1, $2, g.member, $3, g.held_out, case when g.held_out then 0 else $4::bigint end, $5, $6, $7
            from unnest($8::text[], $9::boolean[]) as g (member, held_out)
            order by g.member
            on conflict (community, incident, member) do nothing
            returning member
            """;

    private static final String COLUMNS = """
            select member, held_out, points, granted_at, local_date, before_total, after_total from member_compensation
            """;
    private static final String FIND = COLUMNS + "where community = $1 and compensation = $2 and member = $3";
    private static final String PAGE =
            COLUMNS + "where community = $1 and compensation = $2 and member > $3 order by member limit $4";

    /** Adds those whose members have none for the incident yet; answers whom it added. */
    Uni<Set<String>> add(SqlConnection connection, Compensation.Terms terms, List<MemberGrant> grants, String who) {
        MemberGrant any = grants.getFirst();
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addString(terms.community())
                        .addString(terms.incident())
                        .addString(terms.id())
                        .addLong(terms.points())
                        .addOffsetDateTime(any.grantedAt().atOffset(ZoneOffset.UTC))
                        .addString(who)
                        .addLocalDate(any.localDate())
                        .addArrayOfString(
                                grants.stream().map(MemberGrant::member).toArray(String[]::new))
                        .addArrayOfBoolean(
                                grants.stream().map(MemberGrant::heldOut).toArray(Boolean[]::new)))
                .map(rows -> {
                    Set<String> added = new HashSet<>();
                    rows.forEach(row -> added.add(row.getString(0)));
                    return added;
                });
    }

    Uni<Optional<MemberGrant>> find(SqlClient client, String community, String compensation, String member) {
        return read(client, FIND, Tuple.of(community, compensation, member))
                .map(found -> found.stream().findFirst());
    }

    Uni<List<MemberGrant>> page(SqlClient client, String community, String compensation, String after, int rows) {
        return read(client, PAGE, Tuple.of(community, compensation, after, rows));
    }

    private static Uni<List<MemberGrant>> read(SqlClient client, String sql, Tuple asked) {
        return client.preparedQuery(sql).execute(asked).map(rows -> {
            List<MemberGrant> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(grant(row)));
            return found;
        });
    }

    private static MemberGrant grant(Row row) {
        return new MemberGrant(
                row.getString("member"),
                row.getBoolean("held_out"),
                row.getLong("points"),
                row.getOffsetDateTime("granted_at").toInstant(),
                row.getLocalDate("local_date"),
                row.getLong("before_total"),
                row.getLong("after_total"));
    }
}
