package dev.hearth.incentive.redpacket;

import dev.hearth.contract.incentive.RedPacketSplit;
import dev.hearth.incentive.chance.Seed;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Lot;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The store of red packets. */
@ApplicationScoped
class RedPackets {
    private static final String ADD = """
            insert into red_packet (community, packet, sender, group_id, currency, split, total, shares, greeting, seed,
                commitment, lot_expiries, lot_points, status, sent_by, sent_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'OPEN', $14, $15, $16)
            """;
    private static final String FIND = """
            select p.*, (select count(*) from red_packet_share s where s.community = p.community and s.packet = p.packet
                and s.member is null) as left_over
            from red_packet p where p.community = $1 and p.packet = $2
            """;
    /** Keeps the packet from ending while a share of it is claimed; claims do not wait for one another. */
    private static final String SHARE_LOCK =
            "select p.*, 1::bigint as left_over from red_packet p where p.community = $1 and p.packet = $2 for share";

    private static final String DUE = """
            select p.*, 0::bigint as left_over from red_packet p where p.status = 'OPEN' and p.expires_at <= $1
            order by p.expires_at limit $2 for update skip locked
            """;
    private static final String COUNT_DUE =
            "select count(*) from (select from red_packet where status = 'OPEN' and expires_at <= $1 limit 10000) d";
    private static final String END = """
            update red_packet set status = $3, claimed = $4, refunded = $5, ended_at = $6
            where community = $1 and packet = $2
            """;

    Uni<Void> add(SqlClient connection, RedPacket packet) {
        return connection.preparedQuery(ADD).execute(columns(packet)).replaceWithVoid();
    }

    Uni<Optional<Standing>> find(SqlClient client, String community, UUID packet) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(community, packet))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** The packet, which cannot end before the transaction does. */
    Uni<Optional<Standing>> hold(SqlClient connection, String community, UUID packet) {
        return connection
                .preparedQuery(SHARE_LOCK)
                .execute(Tuple.of(community, packet))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** Locks packets whose time is over, those that nobody else ends just now. */
    Uni<List<RedPacket>> lockDue(SqlClient connection, Instant now, int limit) {
        return connection
                .preparedQuery(DUE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), limit))
                .map(rows -> all(rows).stream().map(Standing::packet).toList());
    }

    Uni<Long> countDue(SqlClient client, Instant now) {
        return client.preparedQuery(COUNT_DUE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<Void> end(SqlClient connection, RedPacket packet, long refunded, Instant now) {
        Standing.Status status = refunded == 0 ? Standing.Status.CLAIMED : Standing.Status.EXPIRED;
        return connection
                .preparedQuery(END)
                .execute(Tuple.of(
                        packet.community(),
                        packet.id(),
                        status.name(),
                        packet.total() - refunded,
                        refunded,
                        now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static Tuple columns(RedPacket packet) {
        return Tuple.tuple()
                .addString(packet.community())
                .addUUID(packet.id())
                .addString(packet.sender())
                .addString(packet.group())
                .addString(packet.currency().currency())
                .addString(packet.split().name())
                .addLong(packet.total())
                .addInteger(packet.shares())
                .addString(packet.greeting())
                .addString(packet.seed().hex())
                .addString(packet.seed().commitment())
                .addArrayOfOffsetDateTime(packet.lots().stream()
                        .map(lot -> lot.expiresAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfLong(packet.lots().stream().map(Lot::points).toArray(Long[]::new))
                .addString(packet.sentBy())
                .addOffsetDateTime(packet.sentAt().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(packet.expiresAt().atOffset(ZoneOffset.UTC));
    }

    private static List<Standing> all(RowSet<Row> rows) {
        List<Standing> all = new ArrayList<>(rows.size());
        rows.forEach(row -> all.add(standing(row)));
        return all;
    }

    private static Standing standing(Row row) {
        OffsetDateTime ended = row.getOffsetDateTime("ended_at");
        return new Standing(
                packet(row),
                Standing.Status.valueOf(row.getString("status")),
                Math.toIntExact(row.getLong("left_over")),
                row.getLong("claimed"),
                row.getLong("refunded"),
                ended == null ? null : ended.toInstant());
    }

    private static RedPacket packet(Row row) {
        return new RedPacket(
                new CurrencyId(row.getString("community"), row.getString("currency")),
                row.getUUID("packet"),
                row.getString("sender"),
                row.getString("group_id"),
                RedPacketSplit.valueOf(row.getString("split")),
                row.getLong("total"),
                row.getInteger("shares"),
                row.getString("greeting"),
                new Seed(row.getString("seed")),
                lots(row.getArrayOfOffsetDateTimes("lot_expiries"), row.getArrayOfLongs("lot_points")),
                row.getString("sent_by"),
                row.getOffsetDateTime("sent_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant());
    }

    private static List<Lot> lots(OffsetDateTime[] expiries, Long[] points) {
        List<Lot> lots = new ArrayList<>(points.length);
        for (int i = 0; i < points.length; i++) {
            lots.add(new Lot(expiries[i].toInstant(), points[i]));
        }
        return lots;
    }
}
