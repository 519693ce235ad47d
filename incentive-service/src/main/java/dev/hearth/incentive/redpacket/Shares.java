package dev.hearth.incentive.redpacket;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The store of the shares of red packets, and of who claimed them. */
@ApplicationScoped
class Shares {
    private static final String ADD = """
            insert into red_packet_share (community, packet, share, points, points_before)
            select $1, $2, * from unnest($3::int[], $4::bigint[], $5::bigint[])
            """;
    private static final String TAKE =
            "select claimed_share as share, claimed_points as points, claimed_before as points_before"
                    + " from claim_share($1, $2, $3, $4)";
    private static final String CLAIM_OF = """
            select share, points, member, claimed_at from red_packet_share
            where community = $1 and packet = $2 and member = $3
            """;
    private static final String CLAIMS = """
            select share, points, member, claimed_at from red_packet_share
            where community = $1 and packet = $2 and member is not null and share > $3 order by share limit $4
            """;
    private static final String UNCLAIMED = """
            select packet, share, points, points_before from red_packet_share
            where packet = any($1) and member is null order by packet, share
            """;
    /** One cheap look: most of those who come for a share find none, and need no transaction to be told. */
    private static final String LOOK = """
            select exists (select from red_packet_share where community = $1 and packet = $2 and member is null) as free,
                exists (select from red_packet_share where community = $1 and packet = $2 and member = $3) as claimed
            """;

    /**
     * What a glance shows.
     *
     * @param free whether a share is left, or is being claimed
     * @param claimed whether the member has one
     */
    record Glance(boolean free, boolean claimed) {}

    Uni<Void> add(SqlClient connection, RedPacket packet, List<Share> shares) {
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.of(
                        packet.community(),
                        packet.id(),
                        shares.stream().map(Share::number).toArray(Integer[]::new),
                        shares.stream().map(Share::points).toArray(Long[]::new),
                        shares.stream().map(Share::before).toArray(Long[]::new)))
                .replaceWithVoid();
    }

    Uni<Glance> look(SqlClient client, String community, UUID packet, String member) {
        return client.preparedQuery(LOOK)
                .execute(Tuple.of(community, packet, member))
                .map(rows -> rows.iterator().next())
                .map(row -> new Glance(row.getBoolean("free"), row.getBoolean("claimed")));
    }

    /** Claims a free share, if one is left. */
    Uni<Optional<Share>> take(SqlClient connection, RedPacket packet, String member, Instant now) {
        return connection
                .preparedQuery(TAKE)
                .execute(Tuple.of(packet.community(), packet.id(), member, now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(share(rows.iterator().next())));
    }

    Uni<Optional<Claim>> claimOf(SqlClient client, String community, UUID packet, String member) {
        return client.preparedQuery(CLAIM_OF)
                .execute(Tuple.of(community, packet, member))
                .map(rows -> claims(rows).stream().findFirst());
    }

    Uni<List<Claim>> claims(SqlClient client, String community, UUID packet, int after, int rows) {
        return client.preparedQuery(CLAIMS)
                .execute(Tuple.of(community, packet, after, rows))
                .map(Shares::claims);
    }

    /** The shares that nobody claimed, by packet. Belongs under the packets' locks. */
    Uni<Map<UUID, List<Share>>> unclaimed(SqlClient connection, List<RedPacket> packets) {
        UUID[] ids = packets.stream().map(RedPacket::id).toArray(UUID[]::new);
        return connection
                .preparedQuery(UNCLAIMED)
                .execute(Tuple.tuple().addArrayOfUUID(ids))
                .map(rows -> {
                    Map<UUID, List<Share>> unclaimed = new HashMap<>();
                    rows.forEach(row -> unclaimed
                            .computeIfAbsent(row.getUUID("packet"), packet -> new ArrayList<>())
                            .add(share(row)));
                    return unclaimed;
                });
    }

    private static Share share(Row row) {
        return new Share(row.getInteger("share"), row.getLong("points"), row.getLong("points_before"));
    }

    private static List<Claim> claims(RowSet<Row> rows) {
        List<Claim> claims = new ArrayList<>(rows.size());
        rows.forEach(row -> claims.add(new Claim(
                row.getInteger("share"),
                row.getLong("points"),
                row.getString("member"),
                row.getOffsetDateTime("claimed_at").toInstant())));
        return claims;
    }
}
