package dev.hearth.incentive.job;

import static dev.hearth.incentive.LedgerDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.incentive.Api;
import dev.hearth.incentive.LedgerDatabase;
import dev.hearth.incentive.MovingClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobRunTest {
    private static final int BATCH = 10;

    private final LedgerDatabase database = new LedgerDatabase(16);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final AtomicInteger faults = new AtomicInteger();

    /** Ticks rows off, and notes in which transaction. */
    private final class Ticking extends Job {
        @Override
        public String name() {
            return "ticking";
        }

        @Override
        public int batch() {
            return BATCH;
        }

        @Override
        public Duration every() {
            return Duration.ofMillis(20);
        }

        @Override
        public Uni<Integer> runOnce(SqlConnection connection, int limit) {
            return connection.preparedQuery("""
                            update chore set done = done + 1, by_transaction = pg_current_xact_id()
                            where id in (select id from chore where done = 0 order by id limit $1 for update skip locked)
                            """).execute(Tuple.of(limit)).map(rows -> {
                if (faults.getAndDecrement() > 0) {
                    throw new IllegalStateException("a fault");
                }
                return rows.rowCount();
            });
        }

        @Override
        public Uni<Long> backlog(SqlClient client) {
            return client.query("select count(*) from chore where done = 0")
                    .execute()
                    .map(rows -> rows.iterator().next().getLong(0));
        }
    }

    @BeforeEach
    void makeChores() {
        database.execute(
                "create table chore (id int primary key, done int not null default 0, by_transaction xid8)",
                "insert into chore select generate_series(1, 95)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void catchesUpInTransactionsOfAtMostOneBatch() {
        try (JobRun run = run()) {
            assertThat(await(run.catchUp())).isEqualTo(95);
            assertThat(await(run.catchUp())).isZero();
        }

        assertThat(database.number("select count(distinct by_transaction) from chore"))
                .isEqualTo(10);
        assertThat(database.number("select max(c) from (select count(*) c from chore group by by_transaction) t"))
                .isEqualTo(BATCH);
        assertThat(registry.get("hearth.job.processed")
                        .tag("job", "ticking")
                        .counter()
                        .count())
                .isEqualTo(95);
        assertThat(registry.get("hearth.job.last.success").gauge().value())
                .isEqualTo((double) clock.instant().getEpochSecond());
    }

    @Test
    void severalReplicasShareTheWorkAndDoNothingTwice() {
        List<JobRun> replicas = IntStream.range(0, 8).mapToObj(i -> run()).toList();

        List<CompletableFuture<Integer>> all = replicas.stream()
                .map(replica -> replica.catchUp().subscribeAsCompletionStage())
                .toList();

        assertThat(all.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(95);
        assertThat(database.number("select count(*) from chore where done = 1")).isEqualTo(95);
        replicas.forEach(JobRun::close);
    }

    @Test
    void aFaultUndoesItsBatchAndTheNextTurnGoesOn() {
        faults.set(1);
        try (JobRun run = run()) {
            assertThatThrownBy(() -> await(run.catchUp())).hasMessage("a fault");
            assertThat(database.number("select count(*) from chore where done = 1"))
                    .isZero();
            assertThat(registry.get("hearth.job.last.success").gauge().value()).isZero();

            assertThat(await(run.catchUp())).isEqualTo(95);
        }
    }

    @Test
    void onItsScheduleItOutlivesFaultsAndTellsThemAndTheBacklog() {
        faults.set(3);
        try (JobRun run = run()) {
            run.start(Duration.ofMillis(20));
            Api.await(() -> database.number("select count(*) from chore where done = 1") == 95);
            assertThat(registry.get("hearth.job.failures").counter().count()).isEqualTo(3);
            database.execute(
                    "insert into chore values (1000, 1), (1001, 1)", "update chore set done = 0 where id > 90");
            Api.await(() -> database.number("select count(*) from chore where done = 0") == 0);
            Api.await(() -> registry.get("hearth.job.backlog").gauge().value() == 0);
        }
    }

    private JobRun run() {
        Job job = new Ticking();
        return new JobRun(job, database.pool(), new JobMeters(registry, job.name(), clock));
    }
}
