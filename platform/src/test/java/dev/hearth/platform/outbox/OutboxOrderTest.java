package dev.hearth.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.fixture.Eventually;
import dev.hearth.platform.fixture.TestDatabase;
import dev.hearth.platform.fixture.TestSessions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The trap of order, with two interleaved transactions: rows must be numbered inside the aggregate's lock. Each
 * scenario is run the right way and the wrong way round; the wrong way must show the fault, or the test would prove
 * nothing.
 */
class OutboxOrderTest {
    private static final String UPDATE = "update aggregate set version = version + 1 where id = 'a' returning version";
    private static final String UPSERT = "insert into aggregate (id, version, word) values ('a', 1, '')"
            + " on conflict (id) do update set version = aggregate.version + 1 returning version";

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final TestDatabase database = TestDatabase.fresh();
    private final Outbox outbox = new Outbox(() -> {});

    @BeforeEach
    void createTheAggregates() {
        database.execute("create table aggregate (id text primary key, version int not null, word text not null)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void changesOfAnAggregateComeOutInTheOrderOfItsCommits() {
        database.execute("insert into aggregate values ('a', 0, '')");

        assertThat(interleaved(UPDATE, Order.LOCK_FIRST)).containsExactly(1L, 2L);
    }

    @Test
    void changesNumberedBeforeTheLockComeOutInTheWrongOrder() {
        database.execute("insert into aggregate values ('a', 0, '')");

        assertThat(interleaved(UPDATE, Order.NUMBER_FIRST)).containsExactly(2L, 1L);
    }

    @Test
    void aBrandNewAggregatesEventsComeOutInTheOrderOfItsCommits() {
        assertThat(interleaved(UPSERT, Order.LOCK_FIRST)).containsExactly(1L, 2L);
    }

    @Test
    void aBrandNewAggregatesEventsNumberedBeforeItsInsertComeOutInTheWrongOrder() {
        assertThat(interleaved(UPSERT, Order.NUMBER_FIRST)).containsExactly(2L, 1L);
    }

    @Test
    void aSessionThatWaitsForAnAggregatesLockHasNumberedNothingYet() {
        database.execute("insert into aggregate values ('a', 0, '')");

        sessionWaits(UPDATE, session -> session.find(Aggregate.class, "a").invoke(found -> found.word = "changed"));
    }

    @Test
    void aSessionThatWaitsForABrandNewAggregatesKeyHasNumberedNothingYet() {
        sessionWaits(UPSERT, session -> session.persist(new Aggregate("a")).replaceWith(new Aggregate("a")));
    }

    /**
     * Another transaction has the lock that the session's change needs; what the session changed before it added its
     * event.
     */
    private void sessionWaits(String lock, Function<Mutiny.Session, Uni<Aggregate>> change) {
        try (TestSessions sessions = new TestSessions(database, Aggregate.class)) {
            SqlConnection other = database.connect();
            Transaction transaction = TestDatabase.get(other.begin());
            int version = version(other, lock);
            CompletableFuture<Void> session = sessions.factory()
                    .withTransaction(opened -> change.apply(opened).chain(() -> outbox.add(opened, List.of(event(99)))))
                    .subscribeAsCompletionStage();
            Eventually.holds("the session waits", this::oneWaits);

            assertThat(database.select("select is_called from outbox_id_seq", row -> row.getBoolean(0)))
                    .containsExactly(false);

            TestDatabase.run(outbox.add(other, List.of(event(version))));
            TestDatabase.run(transaction.commit());
            TestDatabase.run(other.close());
            assertThat(session)
                    .as("its own change is refused: the aggregate is newer")
                    .failsWithin(LIMIT);
            assertThat(versions()).containsExactly(1L);
        }
    }

    /**
     * Two transactions change the aggregate, the second waiting for the first; answers versions in the order of the
     * outbox.
     */
    private List<Long> interleaved(String change, Order order) {
        SqlConnection first = database.connect();
        SqlConnection second = database.connect();
        Transaction one = TestDatabase.get(first.begin());
        Transaction two = TestDatabase.get(second.begin());
        if (order == Order.NUMBER_FIRST) {
            // The second numbers its row, then the first does everything, then the second gets the lock.
            TestDatabase.run(outbox.add(second, List.of(event(2))));
        }
        int early = version(first, change);
        CompletableFuture<Integer> waiting = versionLater(second, change);
        Eventually.holds("the second waits", this::oneWaits);
        TestDatabase.run(outbox.add(first, List.of(event(early))));
        TestDatabase.run(one.commit());
        int late = waiting.join();
        if (order == Order.LOCK_FIRST) {
            TestDatabase.run(outbox.add(second, List.of(event(late))));
        }
        TestDatabase.run(two.commit());
        TestDatabase.run(first.close());
        TestDatabase.run(second.close());
        assertThat(List.of(early, late)).containsExactly(1, 2);
        return versions();
    }

    private List<Long> versions() {
        return database.select(
                "select headers ->> 'ce_aggregateversion' from outbox order by id",
                row -> Long.valueOf(row.getString(0)));
    }

    private boolean oneWaits() {
        return database.count("pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") == 1;
    }

    private static int version(SqlConnection connection, String change) {
        return versionLater(connection, change).join();
    }

    private static CompletableFuture<Integer> versionLater(SqlConnection connection, String change) {
        return connection
                .query(change)
                .execute()
                .map(rows -> rows.iterator().next().getInteger(0))
                .subscribeAsCompletionStage();
    }

    private static CloudEvent event(long version) {
        return OutboxEvents.event("hearth.test", "a", version, "{}");
    }

    private enum Order {
        LOCK_FIRST,
        NUMBER_FIRST
    }
}
