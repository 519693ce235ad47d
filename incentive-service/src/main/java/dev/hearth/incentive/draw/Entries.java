package dev.hearth.incentive.draw;

import dev.hearth.incentive.chance.Seed;
import dev.hearth.incentive.draw.proof.DrawId;
import dev.hearth.incentive.draw.proof.EntryLane;
import dev.hearth.incentive.ledger.Holder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The store of entries and of the lists they stand in. */
@ApplicationScoped
class Entries {
    private static final String OPEN_LANES = """
            insert into draw_lane (community, draw, lane, head)
            select $1, $2, * from unnest($3::smallint[], $4::text[])
            """;
    /** Who holds a list's lock is the only one to enter it, and its members are in no other list. */
    private static final String LOCK_LANE =
            "select entries, head from draw_lane where community = $1 and draw = $2 and lane = $3 for update";

    private static final String COUNTS = """
            select (select coalesce(sum(entries), 0)::bigint from draw_lane where community = $1 and draw = $2) as entries,
                (select count(*) from draw_entry where community = $1 and draw = $2 and member = $3) as entered,
                (select count(*) from draw_win where community = $1 and draw = $2 and member = $3) as won
            """;
    private static final String ADD = """
            insert into draw_entry (community, draw, lane, number, member, entrant, head, cost, entered_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;
    private static final String LANES =
            "select entries, head from draw_lane where community = $1 and draw = $2 order by lane";
    private static final String LISTED =
            "select * from draw_entry where community = $1 and draw = $2 order by lane, number";
    private static final String OF_MEMBER = """
            select e.*, d.salt, w.prize
            from draw_entry e join draw d using (community, draw)
            left join draw_win w using (community, draw, lane, number)
            where e.community = $1 and e.member = $2 and (e.draw, e.lane, e.number) > ($3, $4, $5)
            order by e.draw, e.lane, e.number limit $6
            """;
    /** What entries of a cancelled draw cost, where no prize was won for it. */
    private static final String TO_REFUND = """
            select e.* from draw_entry e
            where e.community = $1 and e.draw = $2 and e.cost > 0 and e.refunded_at is null
                and not exists (select from draw_win w where w.community = e.community and w.draw = e.draw
                    and w.lane = e.lane and w.number = e.number)
            order by e.lane, e.number limit $3 for update of e
            """;

    private static final String REFUNDED = """
            update draw_entry e set refunded_at = $5
            from unnest($3::smallint[], $4::bigint[]) as r (lane, number)
            where e.community = $1 and e.draw = $2 and e.lane = r.lane and e.number = r.number
            """;

    /**
     * What a draw and a member have.
     *
     * @param entries of the draw; without those that are being taken in other lists
     * @param entered by the member
     * @param won by the member
     */
    record Counts(long entries, int entered, int won) {}

    Uni<Void> open(SqlClient connection, Draw draw) {
        Integer[] lanes = IntStream.range(0, draw.lanes()).boxed().toArray(Integer[]::new);
        String[] heads = IntStream.range(0, draw.lanes())
                .mapToObj(lane -> EntryLane.first(draw.id(), lane).head())
                .toArray(String[]::new);
        Short[] numbers = new Short[lanes.length];
        for (int i = 0; i < lanes.length; i++) {
            numbers[i] = lanes[i].shortValue();
        }
        return connection
                .preparedQuery(OPEN_LANES)
                .execute(Tuple.of(draw.community(), draw.id().draw(), numbers, heads))
                .replaceWithVoid();
    }

    Uni<EntryLane> lockLane(SqlClient connection, DrawId draw, int lane) {
        return connection
                .preparedQuery(LOCK_LANE)
                .execute(Tuple.of(draw.community(), draw.draw(), (short) lane))
                .map(rows -> lane(rows.iterator().next()));
    }

    Uni<Counts> counts(SqlClient connection, DrawId draw, String member) {
        return connection
                .preparedQuery(COUNTS)
                .execute(Tuple.of(draw.community(), draw.draw(), member))
                .map(rows -> rows.iterator().next())
                .map(row -> new Counts(
                        row.getLong("entries"),
                        Math.toIntExact(row.getLong("entered")),
                        Math.toIntExact(row.getLong("won"))));
    }

    Uni<Void> add(SqlClient connection, DrawId draw, Entry entry) {
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addString(draw.community())
                        .addString(draw.draw())
                        .addShort((short) entry.lane())
                        .addLong(entry.number())
                        .addString(entry.member())
                        .addString(entry.entrant())
                        .addString(entry.head())
                        .addLong(entry.cost())
                        .addOffsetDateTime(entry.enteredAt().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    Uni<List<EntryLane>> lanes(SqlClient client, DrawId draw) {
        return client.preparedQuery(LANES)
                .execute(Tuple.of(draw.community(), draw.draw()))
                .map(rows -> {
                    List<EntryLane> lanes = new ArrayList<>(rows.size());
                    rows.forEach(row -> lanes.add(lane(row)));
                    return lanes;
                });
    }

    /** All entries, list by list. There are 100,000 at most, or few more. */
    Uni<List<Entry>> all(SqlClient client, DrawId draw) {
        return client.preparedQuery(LISTED)
                .execute(Tuple.of(draw.community(), draw.draw()))
                .map(Entries::entries);
    }

    /** The member's receipts after that one. */
    Uni<List<Receipt>> ofMember(SqlClient client, Holder member, EntryCursor after, int rows) {
        return client.preparedQuery(OF_MEMBER)
                .execute(Tuple.of(
                        member.community(), member.member(), after.draw(), (short) after.lane(), after.number(), rows))
                .map(found -> {
                    List<Receipt> receipts = new ArrayList<>(found.size());
                    found.forEach(row -> receipts.add(receipt(member, row)));
                    return receipts;
                });
    }

    /** Belongs under the draw's lock. */
    Uni<List<Entry>> lockToRefund(SqlClient connection, DrawId draw, int limit) {
        return connection
                .preparedQuery(TO_REFUND)
                .execute(Tuple.of(draw.community(), draw.draw(), limit))
                .map(Entries::entries);
    }

    Uni<Void> refunded(SqlClient connection, DrawId draw, List<Entry> entries, Instant now) {
        return connection
                .preparedQuery(REFUNDED)
                .execute(Tuple.of(
                        draw.community(),
                        draw.draw(),
                        entries.stream().map(entry -> (short) entry.lane()).toArray(Short[]::new),
                        entries.stream().map(Entry::number).toArray(Long[]::new),
                        now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static EntryLane lane(Row row) {
        return new EntryLane(row.getLong("entries"), row.getString("head"));
    }

    private static Receipt receipt(Holder member, Row row) {
        Entry entry = entry(row);
        DrawId draw = new DrawId(member.community(), entry.draw());
        String nonce = EntryLane.nonce(new Seed(row.getString("salt")), draw, member.member());
        return new Receipt(entry, nonce, row.getString("prize"));
    }

    private static List<Entry> entries(RowSet<Row> rows) {
        List<Entry> entries = new ArrayList<>(rows.size());
        rows.forEach(row -> entries.add(entry(row)));
        return entries;
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.getString("draw"),
                row.getShort("lane"),
                row.getLong("number"),
                row.getString("member"),
                row.getString("entrant"),
                row.getString("head"),
                row.getLong("cost"),
                row.getOffsetDateTime("entered_at").toInstant());
    }
}
