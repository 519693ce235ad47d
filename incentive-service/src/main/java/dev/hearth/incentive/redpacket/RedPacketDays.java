package dev.hearth.incentive.redpacket;

import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/**
 * What members sent and claimed on a local day of the community. Each counts and checks in one step, under the day's
 * row lock, so no limit is passed by racing; and the day is in the key, so a limit is a day's, never a lifetime's.
 */
@ApplicationScoped
class RedPacketDays {
    private static final String SEND = """
            insert into red_packet_day as d (community, member, local_date, currency, packets_sent, points_sent)
            select $1, $2, $3, $4, 1, $5::bigint where 1 <= $6::integer and $5::bigint <= $7::bigint
            on conflict (community, member, local_date, currency) do update
            set packets_sent = d.packets_sent + 1, points_sent = d.points_sent + $5::bigint
            where d.packets_sent < $6::integer and d.points_sent + $5::bigint <= $7::bigint
            """;
    private static final String CLAIM = """
            insert into red_packet_day as d (community, member, local_date, currency, shares_claimed)
            select $1, $2, $3, $4, 1 where 1 <= $5::integer
            on conflict (community, member, local_date, currency) do update
            set shares_claimed = d.shares_claimed + 1
            where d.shares_claimed < $5::integer
            """;

    /** Counts a packet of the member; fails if that is more than a day allows. */
    Uni<Void> send(SqlClient connection, RedPacket packet, String sender, LocalDate day, RedPacketPolicy policy) {
        return connection
                .preparedQuery(SEND)
                .execute(Tuple.tuple()
                        .addString(packet.community())
                        .addString(sender)
                        .addLocalDate(day)
                        .addString(packet.currency().currency())
                        .addLong(packet.total())
                        .addInteger(policy.packetsPerDay())
                        .addLong(policy.pointsPerDay()))
                .invoke(counted -> require(
                        counted,
                        sender + " may send " + policy.packetsPerDay() + " packets with " + policy.pointsPerDay()
                                + " points a day"))
                .replaceWithVoid();
    }

    /** Counts a claim of the member; fails if that is more than a day allows. */
    Uni<Void> claim(SqlClient connection, Holder member, CurrencyId currency, LocalDate day, RedPacketPolicy policy) {
        return connection
                .preparedQuery(CLAIM)
                .execute(Tuple.of(member.community(), member.member(), day, currency.currency(), policy.claimsPerDay()))
                .invoke(counted ->
                        require(counted, member.member() + " may claim " + policy.claimsPerDay() + " shares a day"))
                .replaceWithVoid();
    }

    private static void require(RowSet<Row> counted, String limit) {
        if (counted.rowCount() == 0) {
            throw new ProblemException(
                    RedPacketProblem.RED_PACKET_LIMIT_REACHED,
                    limit + ", by the local day of the community; wait for the next");
        }
    }
}
