package dev.hearth.incentive.challenge;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The store of what counted, and of who left. */
@ApplicationScoped
class Marks {
    /** Whoever counts a friend and whoever tells of its leaving wait for each other: one of them sees the other. */
    private static final String MEET = "select pg_advisory_xact_lock(k) from"
            + " (select distinct hashtextextended(m, 11) as k from unnest($1::text[]) as t (m) order by 1) s";
    /** A friend who left in time, or who brought the other, does not count; it is marked all the same. */
    private static final String ADD = """
            insert into challenge_mark (community, challenge, mark, member, local_date, occurred_at, amount, vests_at, counts)
            select m.*, m.vests_at is null or not (
                exists (select from challenge_exit e where e.community = m.community and e.member = m.mark
                    and e.left_at >= m.occurred_at and e.left_at < m.vests_at)
                or exists (select from challenge_mark b where b.community = m.community and b.challenge = m.challenge
                    and b.mark = m.member and b.member = m.mark))
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::date[], $6::timestamptz[], $7::bigint[],
                $8::timestamptz[])
                as m (community, challenge, mark, member, local_date, occurred_at, amount, vests_at)
            on conflict (community, challenge, mark) do nothing
            returning community, challenge, member, case when counts then amount else 0 end
            """;

    private static final String LEAVE = "insert into challenge_exit (community, member, left_at)"
            + " select * from unnest($1::text[], $2::text[], $3::timestamptz[]) on conflict do nothing";
    private static final String DISCOUNT = """
            update challenge_mark m set counts = false
            from unnest($1::text[], $2::text[], $3::timestamptz[]) as e (community, member, left_at)
            where m.community = e.community and m.mark = e.member and m.vests_at is not null and m.counts
                and e.left_at >= m.occurred_at and e.left_at < m.vests_at
            returning m.community, m.challenge, m.member, -m.amount
            """;
    private static final String DAYS = """
            select m.community, m.challenge, m.member, m.local_date
            from unnest($1::text[], $2::text[], $3::text[]) as p (community, challenge, member)
            join challenge_mark m using (community, challenge, member)
            """;
    private static final String FRIENDS = "select mark, occurred_at, vests_at, counts from challenge_mark"
            + " where community = $1 and challenge = $2 and member = $3 and vests_at is not null"
            + " order by occurred_at desc, mark limit $4";

    /** What a row did to a participant's progress. */
    record Counted(Participant participant, long amount) {}

    /** Who left, and when. */
    record Exit(String community, String member, Instant leftAt) {}

    /** A friend as the inviter sees it. */
    record Friend(String member, Instant since, Instant vestsAt, boolean counts) {}

    Uni<Void> meet(SqlClient connection, Collection<Mark> marks, Collection<Exit> exits) {
        String[] names = Stream.concat(
                        marks.stream()
                                .filter(Mark::isFriend)
                                .flatMap(mark -> Stream.of(
                                        name(mark.participant().community(), mark.mark()),
                                        name(
                                                mark.participant().community(),
                                                mark.participant().member()))),
                        exits.stream().map(exit -> name(exit.community(), exit.member())))
                .distinct()
                .toArray(String[]::new);
        return names.length == 0
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(MEET)
                        .execute(Tuple.tuple().addArrayOfString(names))
                        .replaceWithVoid();
    }

    private static String name(String community, String member) {
        return community + "/" + member;
    }

    /** Adds what is new; answers that only. */
    Uni<List<Counted>> add(SqlClient connection, Collection<Mark> marks) {
        if (marks.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<Mark> sorted = marks.stream().sorted(Mark.ORDER).toList();
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addArrayOfString(sorted.stream()
                                .map(mark -> mark.participant().community())
                                .toArray(String[]::new))
                        .addArrayOfString(sorted.stream()
                                .map(mark -> mark.participant().challenge())
                                .toArray(String[]::new))
                        .addArrayOfString(sorted.stream().map(Mark::mark).toArray(String[]::new))
                        .addArrayOfString(sorted.stream()
                                .map(mark -> mark.participant().member())
                                .toArray(String[]::new))
                        .addArrayOfLocalDate(
                                sorted.stream().map(Mark::localDate).toArray(LocalDate[]::new))
                        .addArrayOfOffsetDateTime(sorted.stream()
                                .map(mark -> utc(mark.occurredAt()))
                                .toArray(OffsetDateTime[]::new))
                        .addArrayOfLong(sorted.stream().map(Mark::amount).toArray(Long[]::new))
                        .addArrayOfOffsetDateTime(
                                sorted.stream().map(mark -> utc(mark.vestsAt())).toArray(OffsetDateTime[]::new)))
                .map(Marks::counted);
    }

    /** Keeps who left; answers whose friends count no more. */
    Uni<List<Counted>> leave(SqlClient connection, Collection<Exit> exits) {
        if (exits.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return connection
                .preparedQuery(LEAVE)
                .execute(columns(exits))
                .chain(() -> connection.preparedQuery(DISCOUNT).execute(columns(exits)))
                .map(Marks::counted);
    }

    /** The days on which something counted. */
    Uni<Map<Participant, SortedSet<LocalDate>>> days(SqlClient connection, Collection<Participant> participants) {
        return connection
                .preparedQuery(DAYS)
                .execute(Participants.keys(participants))
                .map(rows -> {
                    Map<Participant, SortedSet<LocalDate>> days = new HashMap<>();
                    rows.forEach(row -> days.computeIfAbsent(Participants.participant(row), same -> new TreeSet<>())
                            .add(row.getLocalDate(3)));
                    return days;
                });
    }

    /** The friends that a member brought, the latest first. */
    Uni<List<Friend>> friends(SqlClient client, Participant participant, int limit) {
        return client.preparedQuery(FRIENDS)
                .execute(Tuple.of(participant.community(), participant.challenge(), participant.member(), limit))
                .map(rows -> {
                    List<Friend> friends = new ArrayList<>(rows.size());
                    rows.forEach(row -> friends.add(new Friend(
                            row.getString(0),
                            row.getOffsetDateTime(1).toInstant(),
                            row.getOffsetDateTime(2).toInstant(),
                            row.getBoolean(3))));
                    return friends;
                });
    }

    private static Tuple columns(Collection<Exit> exits) {
        List<Exit> sorted = exits.stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(Exit::community)
                        .thenComparing(Exit::member)
                        .thenComparing(Exit::leftAt))
                .toList();
        return Tuple.tuple()
                .addArrayOfString(sorted.stream().map(Exit::community).toArray(String[]::new))
                .addArrayOfString(sorted.stream().map(Exit::member).toArray(String[]::new))
                .addArrayOfOffsetDateTime(
                        sorted.stream().map(exit -> utc(exit.leftAt())).toArray(OffsetDateTime[]::new));
    }

    private static List<Counted> counted(RowSet<Row> rows) {
        List<Counted> counted = new ArrayList<>(rows.size());
        rows.forEach(row -> counted.add(new Counted(Participants.participant(row), row.getLong(3))));
        return counted;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
