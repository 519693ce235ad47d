package dev.hearth.incentive.challenge;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The store of how far members are, and of who has to be settled. */
@ApplicationScoped
class Participants {
    private static final String KEYS = "unnest($1::text[], $2::text[], $3::text[]) as p (community, challenge, member)";
    private static final String ADVANCE = """
            insert into challenge_progress as p (community, challenge, member, progress, changed_at)
            select a.*, $5 from unnest($1::text[], $2::text[], $3::text[], $4::bigint[])
                as a (community, challenge, member, progress)
            on conflict (community, challenge, member) do update
            set progress = p.progress + excluded.progress, changed_at = excluded.changed_at
            returning community, challenge, member, progress
            """;
    private static final String SET = """
            update challenge_progress p set progress = a.progress
            from unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) as a (community, challenge, member, progress)
            where p.community = a.community and p.challenge = a.challenge and p.member = a.member
            """;
    private static final String READ = "select community, challenge, member, progress from " + KEYS
            + " join challenge_progress using (community, challenge, member)";
    private static final String PAGE = "select community, challenge, member, progress from challenge_progress"
            + " where community = $1 and challenge = $2 and member > $3 order by member limit $4";
    private static final String OF_MEMBER = "select community, challenge, member, progress from challenge_progress"
            + " where community = $1 and member = $2 and challenge = any($3)";

    private static final String ALONE = "select pg_advisory_xact_lock(k) from"
            + " (select distinct hashtextextended(community || '/' || challenge || '/' || member, 12) as k from " + KEYS
            + " order by 1) s";

    private static final String EXPECT = "insert into challenge_due (community, challenge, member)"
            + " select community, challenge, member from " + KEYS;
    private static final String DUE = "select community, challenge, member, id from challenge_due"
            + " where id <> all($2) order by id limit $1 for update skip locked";
    private static final String DONE = "delete from challenge_due where id = any($1)";
    private static final String BACKLOG = "select count(*) from (select 1 from challenge_due limit 10000) d";

    private final Clock clock;

    Participants(Clock clock) {
        this.clock = clock;
    }

    /** How far a participant is. */
    record At(Participant participant, long progress) {}

    /** A participant to be settled. */
    record Due(Participant participant, long id) {}

    /** Adds to the progress of each, in one order; answers how far each is then. Their rows are locked. */
    Uni<Map<Participant, Long>> advance(SqlClient connection, Map<Participant, Long> amounts) {
        return connection
                .preparedQuery(ADVANCE)
                .execute(columns(amounts).addOffsetDateTime(now()))
                .map(Participants::progress);
    }

    /** Sets the progress of rows that are locked. */
    Uni<Void> set(SqlClient connection, Map<Participant, Long> progress) {
        return connection.preparedQuery(SET).execute(columns(progress)).replaceWithVoid();
    }

    /** How far these are; who never began is left out. */
    Uni<Map<Participant, Long>> of(SqlClient client, Collection<Participant> participants) {
        return client.preparedQuery(READ).execute(keys(participants)).map(Participants::progress);
    }

    /** Who takes part, by member. */
    Uni<List<At>> page(SqlClient client, String community, String challenge, String after, int limit) {
        return client.preparedQuery(PAGE)
                .execute(Tuple.of(community, challenge, after, limit))
                .map(rows -> {
                    List<At> page = new ArrayList<>(rows.size());
                    rows.forEach(row -> page.add(new At(participant(row), row.getLong(3))));
                    return page;
                });
    }

    /** How far a member is in these challenges. */
    Uni<Map<Participant, Long>> ofMember(
            SqlClient client, String community, String member, Collection<String> challenges) {
        return client.preparedQuery(OF_MEMBER)
                .execute(Tuple.of(community, member, challenges.toArray(String[]::new)))
                .map(Participants::progress);
    }

    /**
     * From here to the transaction's end nobody else settles these. Without it, who looks between another's reading and
     * its commit finds nothing to do, and what became due meanwhile is never settled.
     */
    Uni<Void> alone(SqlClient connection, Collection<Participant> participants) {
        return connection.preparedQuery(ALONE).execute(keys(participants)).replaceWithVoid();
    }

    Uni<Void> expect(SqlClient connection, Collection<Participant> participants) {
        return participants.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(EXPECT).execute(keys(participants)).replaceWithVoid();
    }

    /** Whom to settle, but for those; taken by this transaction. */
    Uni<List<Due>> due(SqlClient connection, int limit, Collection<Long> butFor) {
        Tuple asked = Tuple.of(limit).addArrayOfLong(butFor.toArray(Long[]::new));
        return connection.preparedQuery(DUE).execute(asked).map(rows -> {
            List<Due> due = new ArrayList<>(rows.size());
            rows.forEach(row -> due.add(new Due(participant(row), row.getLong(3))));
            return due;
        });
    }

    Uni<Void> done(SqlClient connection, Collection<Due> settled) {
        return settled.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(DONE)
                        .execute(Tuple.tuple()
                                .addArrayOfLong(settled.stream().map(Due::id).toArray(Long[]::new)))
                        .replaceWithVoid();
    }

    /** How many are to be settled, counted to ten thousand. */
    Uni<Long> backlog(SqlClient client) {
        return client.preparedQuery(BACKLOG)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    static Tuple keys(Collection<Participant> participants) {
        return Tuple.tuple()
                .addArrayOfString(
                        participants.stream().map(Participant::community).toArray(String[]::new))
                .addArrayOfString(
                        participants.stream().map(Participant::challenge).toArray(String[]::new))
                .addArrayOfString(participants.stream().map(Participant::member).toArray(String[]::new));
    }

    static Participant participant(Row row) {
        return new Participant(row.getString(0), row.getString(1), row.getString(2));
    }

    private static Tuple columns(Map<Participant, Long> amounts) {
        List<Participant> sorted =
                amounts.keySet().stream().sorted(Participant.ORDER).toList();
        return keys(sorted).addArrayOfLong(sorted.stream().map(amounts::get).toArray(Long[]::new));
    }

    private static Map<Participant, Long> progress(Iterable<Row> rows) {
        Map<Participant, Long> progress = new HashMap<>();
        rows.forEach(row -> progress.put(participant(row), row.getLong(3)));
        return progress;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
