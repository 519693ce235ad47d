package dev.hearth.incentive.tier;

import static dev.hearth.incentive.LedgerDatabase.await;

import dev.hearth.incentive.LedgerDatabase;
import dev.hearth.incentive.MovingClock;
import dev.hearth.incentive.definition.Wanted;
import dev.hearth.incentive.job.Job;
import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Ledger;
import dev.hearth.incentive.ledger.Transaction;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.ledger.When;
import dev.hearth.incentive.standing.Scheme;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.outbox.Outbox;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.state.Communities;
import dev.hearth.platform.time.Uuid7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** One replica of what tiers need, put together by hand over a database that others share. */
final class Stand {
    static final String CURRENCY = "growth";

    private final LedgerDatabase database;
    private final MovingClock clock;
    private final String community;
    private final Ledger ledger;
    private final TierSchemes schemes;
    private final MemberTiers tiers = new MemberTiers();
    private final QualifyingDays earned = new QualifyingDays();
    private final Recounts recounts = new Recounts();
    private final Bookkeeping bookkeeping;
    final Pinning pinning;
    final TierReviewJob review;
    final TierRecountJob recount;

    Stand(LedgerDatabase database, MovingClock clock, String community) {
        this.database = database;
        this.clock = clock;
        this.community = community;
        LocalDays days = new LocalDays(new Communities(Map.of()), clock);
        Events events = new Events("incentive-service", clock);
        Outbox outbox = new Outbox(() -> {});
        ledger = new Ledger(clock, new Uuid7(clock)::next);
        schemes = new TierSchemes(clock, days);
        Reviewing reviewing = new Reviewing(earned, tiers, days, events, outbox);
        bookkeeping = Bookkeeping.of(
                ledger, events, outbox, List.of(new TierWitness(schemes, tiers, earned, reviewing, days)));
        Rounds rounds = new Rounds(bookkeeping, schemes, tiers, reviewing, days);
        pinning = new Pinning(schemes, rounds, days, database.pool());
        review = new TierReviewJob(tiers, rounds, days);
        recount = new TierRecountJob(recounts, rounds);
    }

    void currency() {
        database.execute("insert into currency (community, currency, name, version, changed_at, changed_by) values ('"
                + community + "', '" + CURRENCY + "', 'Growth', 1, now(), 't')");
    }

    void put(Scheme scheme) {
        var _ = await(database.pool()
                .withTransaction(connection -> schemes.definitions()
                        .put(
                                connection,
                                TierSchemes.key(community),
                                Wanted.of(scheme, null),
                                anyVersion(),
                                "t",
                                (same, amendment) -> recounts.begin(
                                        same,
                                        community,
                                        amendment.before() == null
                                                ? 1
                                                : Math.toIntExact(
                                                        amendment.before().version() + 1)))));
    }

    private IfMatch anyVersion() {
        long version = database.number("select coalesce(max(version), 0) from definition where community = '"
                + community + "' and type = 'tier-scheme'");
        return IfMatch.of(version);
    }

    /** Something that was earned on a day. */
    record Earned(String event, String member, LocalDate day, long points) {}

    /** Records a batch in one transaction, as the consumer does; negative points are taken. */
    void earn(Collection<Earned> batch) {
        Holder[] holders = batch.stream()
                .map(one -> new Holder(community, one.member()))
                .distinct()
                .toArray(Holder[]::new);
        with(List.of(holders), books -> {
            batch.forEach(one -> draft(books, one));
            return Uni.createFrom().voidItem();
        });
    }

    void with(List<Holder> holders, Function<Books, Uni<Void>> work) {
        await(database.pool().withTransaction(connection -> bookkeeping.with(connection, holders, work)));
    }

    private void draft(Books books, Earned one) {
        CurrencyId currency = new CurrencyId(community, CURRENCY);
        var draft = books.draft(
                TransactionType.EARNED,
                new Cause.Earned(community, one.event(), "rule", 1),
                new When(one.day().atStartOfDay(ZoneOffset.UTC).toInstant(), one.day()));
        Account issuer = Account.issuer(currency, books.shard());
        var _ = (one.points() > 0
                        ? draft.credit(currency, one.member(), one.points(), Account.NEVER, issuer)
                        : draft.debitOrOwe(currency, one.member(), -one.points(), issuer))
                .record();
    }

    /** Takes back what an event had earned. */
    void reverse(Earned one) {
        UUID id = await(database.pool()
                .preparedQuery("select id from ledger_transaction where community = $1 and source_event = $2")
                .execute(Tuple.of(community, one.event()))
                .map(rows -> rows.iterator().next().getUUID(0)));
        Transaction original =
                await(ledger.find(database.pool(), community, id)).orElseThrow();
        with(List.of(new Holder(community, one.member())), books -> {
            var _ = books.draft(
                            TransactionType.REVERSED,
                            new Cause.Requested(community, "reversal/" + one.event()),
                            new When(clock.instant(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)))
                    .reverse(original)
                    .record();
            return Uni.createFrom().voidItem();
        });
    }

    /** Runs a job until nothing is left, as the runner does. */
    void catchUp(Job job, int batch) {
        int last = batch;
        while (last >= batch) {
            last = once(job, batch);
        }
    }

    int once(Job job, int batch) {
        return await(database.pool().withTransaction(connection -> job.runOnce(connection, batch)));
    }

    Map<String, String> tiers() {
        Map<String, String> found = new TreeMap<>();
        for (Row row : await(database.pool()
                .query("select member, tier from member_tier where community = '" + community
                        + "' and tier is not null")
                .execute())) {
            found.put(row.getString(0), row.getString(1));
        }
        return found;
    }

    /** From, to and reason of every event that was told of a member, in order. */
    List<String> told(String member) {
        List<String> told = new ArrayList<>();
        for (Row row : await(database.pool()
                .query("select convert_from(data, 'UTF8')::json from outbox where key = '" + community + "/" + member
                        + "' and headers ->> 'ce_type' = 'dev.hearth.incentive.tier-changed.v1' order by id")
                .execute())) {
            var json = row.getJsonObject(0);
            told.add(json.getString("from", "-") + " > " + json.getString("to", "-") + " " + json.getString("reason"));
        }
        return told;
    }

    Instant now() {
        return clock.instant();
    }
}
