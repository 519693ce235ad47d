package dev.hearth.incentive.compensation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The store of what members of observed communities did: sets, so that a repeat changes nothing. */
@ApplicationScoped
class Observations {
    private static final String OBSERVED = "select community from observed_community where community = any($1)";
    private static final String DAYS = """
            insert into active_day (community, member, local_date)
            select * from unnest($1::text[], $2::text[], $3::date[])
            on conflict do nothing
            """;
    private static final String VALUES = """
            insert into valued_event (community, member, local_date, event, kind, value)
            select * from unnest($1::text[], $2::text[], $3::date[], $4::text[], $5::text[], $6::bigint[])
            on conflict do nothing
            """;
    private static final String FORGET = """
            with old as (select ctid from %1$s where local_date < $1 limit $2 for update skip locked)
            delete from %1$s where ctid in (select ctid from old)
            """;
    private static final String OLD =
            "select count(*) from (select 1 from active_day where local_date < $1 limit 10000) old";

    Uni<Set<String>> observed(SqlClient client, Collection<String> communities) {
        return client.preparedQuery(OBSERVED)
                .execute(Tuple.of(communities.toArray(String[]::new)))
                .map(rows -> {
                    Set<String> observed = new HashSet<>();
                    rows.forEach(row -> observed.add(row.getString(0)));
                    return observed;
                });
    }

    /** Adds days; sorted, so that two partitions that repeat each other's events never wait in a ring. */
    Uni<Void> addDays(SqlConnection connection, Collection<Observation> all) {
        List<Observation> days = all.stream()
                .map(one -> new Observation(one.community(), one.member(), one.localDate(), "", "", null))
                .distinct()
                .sorted(order())
                .toList();
        return days.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(DAYS).execute(key(days)).replaceWithVoid();
    }

    /** Adds the values of those that have one. */
    Uni<Void> addValues(SqlConnection connection, Collection<Observation> all) {
        List<Observation> valued =
                all.stream().filter(one -> one.value() != null).sorted(order()).toList();
        return valued.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(VALUES)
                        .execute(key(valued)
                                .addArrayOfString(
                                        valued.stream().map(Observation::event).toArray(String[]::new))
                                .addArrayOfString(
                                        valued.stream().map(Observation::kind).toArray(String[]::new))
                                .addArrayOfLong(
                                        valued.stream().map(Observation::value).toArray(Long[]::new)))
                        .replaceWithVoid();
    }

    /** Forgets what is older than that day; answers how much, at most {@code limit} of each kind. */
    Uni<Integer> forget(SqlConnection connection, LocalDate before, int limit) {
        return connection
                .preparedQuery(FORGET.formatted("active_day"))
                .execute(Tuple.of(before, limit))
                .chain(days -> connection
                        .preparedQuery(FORGET.formatted("valued_event"))
                        .execute(Tuple.of(before, limit))
                        .map(values -> Math.max(days.rowCount(), values.rowCount())));
    }

    Uni<Long> old(SqlClient client, LocalDate before) {
        return client.preparedQuery(OLD)
                .execute(Tuple.of(before))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static Comparator<Observation> order() {
        return Comparator.comparing(Observation::community)
                .thenComparing(Observation::member)
                .thenComparing(Observation::localDate)
                .thenComparing(Observation::event);
    }

    private static Tuple key(List<Observation> observations) {
        return Tuple.of(
                observations.stream().map(Observation::community).toArray(String[]::new),
                observations.stream().map(Observation::member).toArray(String[]::new),
                observations.stream().map(Observation::localDate).toArray(LocalDate[]::new));
    }
}
