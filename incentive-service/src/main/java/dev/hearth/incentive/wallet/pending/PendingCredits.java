package dev.hearth.incentive.wallet.pending;

import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Holder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The store of pending credits. */
@ApplicationScoped
public class PendingCredits {
    private static final String ADD = """
            insert into pending_credit (community, id, member, currency, amount, transaction_id, status, due_at, event_kind,
                expires_at, created_at)
            select w.community, w.id, w.member, w.currency, w.amount, w.transaction_id, 'PENDING', w.due_at, w.event_kind,
                w.expires_at, $10
            from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::bigint[], $6::uuid[], $7::timestamptz[],
                $8::text[], $9::timestamptz[])
                as w (community, id, member, currency, amount, transaction_id, due_at, event_kind, expires_at)
            """;
    /** Locked in one order, so that two batches never wait for each other in a ring. */
    private static final String DUE_BY_EVENT = """
            with met as (
                select p.community, p.id
                from pending_credit p
                join (select distinct * from unnest($1::text[], $2::text[], $3::text[]) as e (community, member, kind)) e
                    on e.community = p.community and e.member = p.member and e.kind = p.event_kind
                where p.status = 'PENDING' and (p.due_at is null or p.due_at > $4)
                order by p.community, p.id for no key update of p)
            update pending_credit p set due_at = $4 from met where p.community = met.community and p.id = met.id
            """;

    private static final String LOCK_DUE = """
            select * from pending_credit where status = 'PENDING' and due_at <= $1 order by due_at limit $2
            for update skip locked
            """;
    private static final String COUNT_DUE = """
            select count(*) from (select from pending_credit where status = 'PENDING' and due_at <= $1 limit 10000) p
            """;
    private static final String END = """
            update pending_credit p set status = $3, ended_at = $4
            from unnest($1::text[], $2::uuid[]) as w (community, id) where p.community = w.community and p.id = w.id
            """;
    private static final String LOCK_BY_TRANSACTION = """
            select * from pending_credit where community = $1 and transaction_id = $2 order by id for update
            """;
    private static final String PAGE =
            "select * from pending_credit where community = $1 and member = $2 and id < $3 order by id desc limit $4";

    private final Clock clock;

    PendingCredits(Clock clock) {
        this.clock = clock;
    }

    /** Without a container. */
    public static PendingCredits of(Clock clock) {
        return new PendingCredits(clock);
    }

    /** A pending credit and how it stands. */
    record Stored(PendingCredit credit, String status) {
        boolean isPending() {
            return status.equals("PENDING");
        }
    }

    /** What a member did, as far as it can make credits due. */
    public record Happening(String community, String member, String kind) {}

    /**
     * Notes credits that the same database transaction accrues in the ledger.
     *
     * @param connection the transaction that accrues
     */
    public Uni<Void> add(SqlConnection connection, Collection<PendingCredit> credits) {
        if (credits.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(ADD)
                .execute(columns(List.copyOf(credits)).addOffsetDateTime(now()))
                .replaceWithVoid();
    }

    /**
     * Makes credits due that wait for what happened; a job activates them within a second or so. To be called before
     * the members' points are locked.
     */
    public Uni<Void> happened(SqlConnection connection, Collection<Happening> happenings) {
        if (happenings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(DUE_BY_EVENT)
                .execute(Tuple.of(
                        happenings.stream().map(Happening::community).toArray(String[]::new),
                        happenings.stream().map(Happening::member).toArray(String[]::new),
                        happenings.stream().map(Happening::kind).toArray(String[]::new),
                        now()))
                .replaceWithVoid();
    }

    /** Credits that are due and that nobody else works on, locked until the transaction ends. */
    Uni<List<PendingCredit>> lockDue(SqlConnection connection, int rows) {
        return stored(connection, LOCK_DUE, Tuple.of(now(), rows))
                .map(found -> found.stream().map(Stored::credit).toList());
    }

    /** How many are due, counted to 10,000. */
    Uni<Long> due(SqlClient client) {
        return client.preparedQuery(COUNT_DUE)
                .execute(Tuple.of(now()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** The credits that a transaction made, locked until this one ends. */
    Uni<List<Stored>> lockOf(SqlConnection connection, String community, UUID transaction) {
        return stored(connection, LOCK_BY_TRANSACTION, Tuple.of(community, transaction));
    }

    /** Ends these: {@code ACTIVATED} or {@code CANCELLED}. */
    Uni<Void> end(SqlConnection connection, List<PendingCredit> credits, String how) {
        return connection
                .preparedQuery(END)
                .execute(Tuple.of(
                        credits.stream()
                                .map(credit -> credit.currency().community())
                                .toArray(String[]::new),
                        credits.stream().map(PendingCredit::id).toArray(UUID[]::new),
                        how,
                        now()))
                .replaceWithVoid();
    }

    /** A member's credits, newest first, before that id. */
    Uni<List<PendingView>> page(SqlClient client, Holder holder, UUID before, int rows) {
        return client.preparedQuery(PAGE)
                .execute(Tuple.of(holder.community(), holder.member(), before, rows))
                .map(found -> {
                    List<PendingView> views = new ArrayList<>(found.size());
                    found.forEach(row -> views.add(view(row)));
                    return views;
                });
    }

    private static Uni<List<Stored>> stored(SqlConnection connection, String sql, Tuple asked) {
        return connection.preparedQuery(sql).execute(asked).map(rows -> {
            List<Stored> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(new Stored(credit(row), row.getString("status"))));
            return found;
        });
    }

    private static PendingCredit credit(Row row) {
        return new PendingCredit(
                row.getUUID("id"),
                new CurrencyId(row.getString("community"), row.getString("currency")),
                row.getString("member"),
                row.getLong("amount"),
                row.getUUID("transaction_id"),
                instant(row, "due_at"),
                row.getString("event_kind"),
                row.getOffsetDateTime("expires_at").toInstant());
    }

    private static PendingView view(Row row) {
        Instant expires = row.getOffsetDateTime("expires_at").toInstant();
        return new PendingView(
                row.getUUID("id").toString(),
                row.getString("currency"),
                row.getLong("amount"),
                row.getUUID("transaction_id").toString(),
                row.getString("status"),
                instant(row, "due_at"),
                row.getString("event_kind"),
                expires.equals(Account.NEVER) ? null : expires,
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row, "ended_at"));
    }

    private static Tuple columns(List<PendingCredit> credits) {
        return Tuple.tuple()
                .addArrayOfString(credits.stream()
                        .map(credit -> credit.currency().community())
                        .toArray(String[]::new))
                .addArrayOfUUID(credits.stream().map(PendingCredit::id).toArray(UUID[]::new))
                .addArrayOfString(credits.stream().map(PendingCredit::member).toArray(String[]::new))
                .addArrayOfString(credits.stream()
                        .map(credit -> credit.currency().currency())
                        .toArray(String[]::new))
                .addArrayOfLong(credits.stream().map(PendingCredit::amount).toArray(Long[]::new))
                .addArrayOfUUID(credits.stream().map(PendingCredit::transaction).toArray(UUID[]::new))
                .addArrayOfOffsetDateTime(
                        credits.stream().map(credit -> time(credit.dueAt())).toArray(OffsetDateTime[]::new))
                .addArrayOfString(credits.stream().map(PendingCredit::eventKind).toArray(String[]::new))
                .addArrayOfOffsetDateTime(
                        credits.stream().map(credit -> time(credit.expiresAt())).toArray(OffsetDateTime[]::new));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
