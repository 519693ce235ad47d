package dev.hearth.incentive.tier;

import dev.hearth.incentive.ledger.Holder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The store of how far communities have been counted anew. */
@ApplicationScoped
class Recounts {
    private static final String BEGIN = """
            insert into tier_recount (community, scheme_version) values ($1, $2)
            on conflict (community) do update
            set scheme_version = excluded.scheme_version, after_member = '', finished = false
            """;
    private static final String OPEN = "select community, scheme_version, after_member from tier_recount"
            + " where not finished order by community limit 1";
    private static final String MEMBERS =
            "select community, member from holder where community = $1 and member > $2" + " order by member limit $3";
    /** Unless another change of the scheme has begun anew meanwhile. */
    private static final String ADVANCE = "update tier_recount set after_member = $3, finished = $4"
            + " where community = $1 and scheme_version = $2 and not finished";

    private static final String COUNT = """
            select count(*) from (
                select 1 from tier_recount r join holder h on h.community = r.community and h.member > r.after_member
                where not r.finished limit 10000) m
            """;

    /**
     * How far one community is.
     *
     * @param after the member who was counted last
     */
    record Recount(String community, int schemeVersion, String after) {}

    Uni<Void> begin(SqlClient connection, String community, int schemeVersion) {
        return connection
                .preparedQuery(BEGIN)
                .execute(Tuple.of(community, schemeVersion))
                .replaceWithVoid();
    }

    Uni<Optional<Recount>> open(SqlClient connection) {
        return connection.preparedQuery(OPEN).execute().map(rows -> {
            List<Recount> open = new ArrayList<>();
            rows.forEach(row -> open.add(new Recount(row.getString(0), row.getInteger(1), row.getString(2))));
            return open.stream().findFirst();
        });
    }

    /** The next members to count. */
    Uni<List<Holder>> members(SqlClient connection, Recount recount, int limit) {
        return connection
                .preparedQuery(MEMBERS)
                .execute(Tuple.of(recount.community(), recount.after(), limit))
                .map(rows -> {
                    List<Holder> members = new ArrayList<>(rows.size());
                    rows.forEach(row -> members.add(new Holder(row.getString(0), row.getString(1))));
                    return members;
                });
    }

    Uni<Void> advance(SqlClient connection, Recount recount, List<Holder> counted, int limit) {
        String after = counted.isEmpty() ? recount.after() : counted.getLast().member();
        return connection
                .preparedQuery(ADVANCE)
                .execute(Tuple.of(recount.community(), recount.schemeVersion(), after, counted.size() < limit))
                .replaceWithVoid();
    }

    /** How many members are left, counted to ten thousand. */
    Uni<Long> backlog(SqlClient client) {
        return client.preparedQuery(COUNT)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
