package dev.hearth.incentive.challenge;

import static dev.hearth.incentive.LedgerDatabase.await;

import dev.hearth.incentive.LedgerDatabase;
import dev.hearth.incentive.badge.BadgeBooth;
import dev.hearth.incentive.condition.CommunityFacts;
import dev.hearth.incentive.condition.EventFacts;
import dev.hearth.incentive.condition.Facts;
import dev.hearth.incentive.condition.MemberFacts;
import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.incentive.definition.Wanted;
import dev.hearth.incentive.job.Job;
import dev.hearth.incentive.ledger.Ledger;
import dev.hearth.incentive.privilege.PrivilegeBooth;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.outbox.Outbox;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.state.Communities;
import dev.hearth.platform.time.Uuid7;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One replica of what challenges need, put together by hand over a database that others share. */
final class Booth {
    private final LedgerDatabase database;
    private final String community;
    private final Challenges challenges;
    private final ReviewTable reviews = new ReviewTable();
    private final Counting counting;
    final PrizeJob prizes;
    final ChallengeReviewJob review;

    Booth(LedgerDatabase database, Clock clock, String community) {
        this.database = database;
        this.community = community;
        Events events = new Events("incentive-service", clock);
        Outbox outbox = new Outbox(() -> {});
        Uuid7 ids = new Uuid7(clock);
        Ledger ledger = new Ledger(clock, ids::next);
        challenges = new Challenges(clock);
        Marks marks = new Marks();
        Participants participants = new Participants(clock);
        Stages stages = new Stages();
        PrizeGiving giving = new PrizeGiving(
                stages,
                ledger,
                BadgeBooth.awarding(clock, events, outbox),
                PrivilegeBooth.granting(events, outbox, ids),
                new PrizeGiving.Telling(events, outbox, ids, new LocalDates(new Communities(Map.of()))));
        counting = new Counting(challenges, marks, participants);
        prizes = new PrizeJob(
                participants,
                new Settling(challenges, participants, stages, giving, Bookkeeping.of(ledger, events, outbox)),
                clock);
        review = new ChallengeReviewJob(reviews, participants);
    }

    void currency() {
        database.execute("insert into currency (community, currency, name, version, changed_at, changed_by) values ('"
                + community + "', 'points', 'Points', 1, now(), 't')");
    }

    void put(String id, ChallengeTerms terms) {
        long version = database.number("select coalesce(max(version), 0) from definition where community = '"
                + community + "' and type = 'challenge' and id = '" + id + "'");
        var _ = await(database.pool()
                .withTransaction(connection -> challenges
                        .definitions()
                        .put(
                                connection,
                                new DefinitionKey(community, id),
                                Wanted.of(terms, null),
                                IfMatch.of(version),
                                "t",
                                (same, amendment) -> reviews.begin(same, community, id))));
    }

    Happening event(String id, String kind, String member, @Nullable String target, Instant at, @Nullable Long value) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return new Happening(
                community,
                id,
                kind,
                member,
                target,
                value,
                at,
                day,
                Facts.of(
                        new EventFacts(kind, member, null, target, value, at, ZoneOffset.UTC, day, Map.of()),
                        MemberFacts.unknown(member),
                        new CommunityFacts(community, community, "UTC")));
    }

    /** Counts a batch in one transaction, as the consumer does. */
    void count(List<Happening> batch) {
        await(database.pool().withTransaction(connection -> counting.count(connection, batch)));
    }

    /** Runs a job until nothing is left, as the runner does. */
    void catchUp(Job job, int batch) {
        int done = batch;
        while (done >= batch) {
            done = await(database.pool().withTransaction(connection -> job.runOnce(connection, batch)));
        }
    }

    /** As the runner does, which logs failures and goes on. */
    void persist(Job job, int times) {
        for (int time = 0; time < times; time++) {
            var _ = await(database.pool()
                    .withTransaction(connection -> job.runOnce(connection, 10))
                    .onFailure()
                    .recoverWithItem(0));
        }
    }

    Map<String, Long> progress(String challenge) {
        return numbers("select member, progress from challenge_progress where progress <> 0 and challenge = '"
                + challenge + "' and community = '" + community + "'");
    }

    Map<String, Long> points() {
        return numbers("select owner, sum(balance)::bigint from account where id > 0 and community = '" + community
                + "' group by owner having sum(balance) <> 0");
    }

    Map<String, Long> numbers(String query) {
        Map<String, Long> found = new TreeMap<>();
        for (Row row : await(database.pool().query(query).execute())) {
            found.put(row.getString(0), row.getLong(1));
        }
        return found;
    }

    /** How many events of that type were told of a member. */
    long told(String type, String member) {
        return database.number("select count(*) from outbox where key = '" + community + "/" + member
                + "' and headers ->> 'ce_type' = 'dev.hearth.incentive." + type + ".v1'");
    }
}
