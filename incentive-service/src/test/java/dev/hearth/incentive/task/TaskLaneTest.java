package dev.hearth.incentive.task;

import static dev.hearth.incentive.LedgerDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hearth.incentive.Api;
import dev.hearth.incentive.LedgerDatabase;
import dev.hearth.incentive.MovingClock;
import dev.hearth.platform.fixture.Settings;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.time.Uuid7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskLaneTest {
    private static final TaskType<Count, Reached> COUNTING = new TaskType<>("counting", Count.class, Reached.class);

    private final LedgerDatabase database = new LedgerDatabase(24);
    private final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final Uuid7 ids = new Uuid7(clock);
    private final TaskConfig config = Settings.of(TaskConfig.class, Map.of());
    private final Leases leases = new Leases(clock, config);
    private final TaskTable table = new TaskTable();
    private final Tasks tasks = new Tasks(table, config, database.pool(), clock, ids);
    private final AtomicInteger faults = new AtomicInteger();
    private final AtomicReference<RuntimeException> fault = new AtomicReference<>(new IllegalStateException("a fault"));

    record Count(int to) {}

    record Reached(int number) {}

    record Sum(long sum) {}

    /** Counts to a number, one a step, and notes each in the database. */
    private class Counting extends TaskWork<Count, Reached> {
        @Override
        public TaskType<Count, Reached> type() {
            return COUNTING;
        }

        @Override
        public Uni<Piece<Reached>> next(Task<Count> task, @Nullable Reached state) {
            int number = state == null ? 1 : state.number() + 1;
            return Uni.createFrom()
                    .item(connection -> connection
                            .preparedQuery("insert into counted values ($1, $2)")
                            .execute(Tuple.of(task.id(), number))
                            .map(rows -> {
                                if (faults.getAndDecrement() > 0) {
                                    throw fault.get();
                                }
                                long to = task.request().to();
                                return number < to
                                        ? new Step.Onward<>(new Reached(number), number, to)
                                        : new Step.Finished<>(new Sum(to * (to + 1) / 2), number, to);
                            }));
        }
    }

    @BeforeEach
    void makeTheEffects() {
        database.execute("create table counted (task uuid, number int)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void takesEachStepOnceAndEndsWithAResult() {
        UUID id = submit(7);
        assertThat(view(id).status()).isEqualTo(TaskStatus.QUEUED);

        assertThat(await(lane(new Counting()).work())).isEqualTo(1);

        TaskView done = view(id);
        assertThat(done.status()).isEqualTo(TaskStatus.DONE);
        assertThat(done.result()).isEqualTo(Map.of("sum", 28));
        assertThat(done.done()).isEqualTo(7);
        assertThat(done.total()).isEqualTo(7);
        assertCounted(id, 7);
    }

    @Test
    void manyReplicasWorkOnManyTasksAndEachStepIsTakenOnce() {
        List<UUID> submitted = IntStream.range(0, 20).mapToObj(i -> submit(10)).toList();
        List<CompletableFuture<Long>> replicas = IntStream.range(0, 8)
                .mapToObj(i -> lane(new Counting()).work().subscribeAsCompletionStage())
                .toList();

        assertThat(replicas.stream().mapToLong(CompletableFuture::join).sum()).isEqualTo(20);
        submitted.forEach(id -> assertCounted(id, 10));
    }

    @Test
    void aStepThatFailsIsUndoneAndTakenAgainFromWhereTheTaskWas() {
        UUID id = submit(5);
        faults.set(2);
        fault.set(new IllegalStateException("a fault"));

        for (int turn = 0; turn < 3; turn++) {
            var _ = await(lane(new Counting()).work());
            clock.move(Duration.ofSeconds(10));
        }

        assertThat(view(id).status()).isEqualTo(TaskStatus.DONE);
        assertCounted(id, 5);
    }

    @Test
    void aTaskWhoseStepNeverSucceedsIsGivenUpWithoutHoldingUpOthers() {
        UUID bad = submit(5);
        faults.set(Integer.MAX_VALUE);
        for (int turn = 0; turn < 5; turn++) {
            assertThat(view(bad).status()).isNotEqualTo(TaskStatus.FAILED);
            var _ = await(lane(new Counting()).work());
            clock.move(Duration.ofMinutes(2));
        }
        faults.set(0);
        UUID good = submit(1);
        var _ = await(lane(new Counting()).work());

        assertThat(view(bad).status()).isEqualTo(TaskStatus.FAILED);
        assertThat(view(bad).failure()).contains("failed 5 times");
        assertThat(view(good).status()).isEqualTo(TaskStatus.DONE);
        assertThat(database.number("select count(*) from counted where task = '" + bad + "'"))
                .isZero();
    }

    @Test
    void anOutageIsWaitedOutHoweverLong() {
        UUID id = submit(3);
        fault.set(new java.io.UncheckedIOException(new IOException("connection refused")));
        faults.set(20);
        for (int turn = 0; turn < 21; turn++) {
            var _ = await(lane(new Counting()).work());
            clock.move(Duration.ofSeconds(2));
        }

        assertThat(view(id).status()).isEqualTo(TaskStatus.DONE);
        assertCounted(id, 3);
    }

    @Test
    void aRefusalFailsTheTaskAtOnceAndTellsWhy() {
        UUID id = submit(3);
        fault.set(Check.refused("/rows/7", "is out of range"));
        faults.set(1);

        var _ = await(lane(new Counting()).work());

        assertThat(view(id).status()).isEqualTo(TaskStatus.FAILED);
        assertThat(view(id).failure()).contains("/rows/7").contains("is out of range");
    }

    @Test
    void whoeverIsTooSlowLosesTheTaskAndItsEffectIsUndone() {
        UUID id = submit(4);
        CompletableFuture<Integer> gate = new CompletableFuture<>();
        AtomicInteger waiting = new AtomicInteger();
        CompletableFuture<Long> slow = lane(new Counting() {
                    @Override
                    public Uni<Piece<Reached>> next(Task<Count> task, @Nullable Reached state) {
                        waiting.incrementAndGet();
                        return Uni.createFrom().completionStage(gate).chain(() -> super.next(task, state));
                    }
                })
                .work()
                .subscribeAsCompletionStage();
        Api.await(() -> waiting.get() == 1);
        assertThat(await(lane(new Counting()).work())).as("it is leased").isZero();

        clock.move(config.lease());
        assertThat(await(lane(new Counting()).work())).isEqualTo(1);
        var _ = gate.complete(1);

        assertThat(slow.join()).isEqualTo(1);
        assertThat(view(id).status()).isEqualTo(TaskStatus.DONE);
        assertCounted(id, 4);
    }

    @Test
    void aReplicaWorksOnOneHeavyTaskAtATimeAndIsToldWhenItLeavesIt() {
        UUID first = submit(2);
        UUID second = submit(2);
        CompletableFuture<Integer> gate = new CompletableFuture<>();
        AtomicInteger waiting = new AtomicInteger();
        List<UUID> left = Collections.synchronizedList(new ArrayList<>());
        TaskLane replica = lane(new Counting() {
            @Override
            public boolean isHeavy() {
                return true;
            }

            @Override
            public void leave(UUID task) {
                left.add(task);
            }

            @Override
            public Uni<Piece<Reached>> next(Task<Count> task, @Nullable Reached state) {
                waiting.incrementAndGet();
                return Uni.createFrom().completionStage(gate).chain(() -> super.next(task, state));
            }
        });
        CompletableFuture<Long> busy = replica.work().subscribeAsCompletionStage();
        Api.await(() -> waiting.get() == 1);

        assertThat(await(replica.work())).as("its place is taken").isZero();
        assertThat(view(second).status()).isEqualTo(TaskStatus.QUEUED);
        var _ = gate.complete(1);

        assertThat(busy.join()).isEqualTo(2);
        assertThat(left).containsExactly(first, second);
    }

    @Test
    void aReplicaLeavesTasksThatItDoesNotKnowToOthers() {
        UUID id = await(database.pool()
                .withTransaction(connection -> tasks.submit(
                        connection,
                        "acme",
                        new TaskType<>("newer", Count.class, Reached.class),
                        new Count(1),
                        "olga")));

        assertThat(await(lane(new Counting()).work())).isZero();
        assertThat(view(id).status()).isEqualTo(TaskStatus.QUEUED);
    }

    @Test
    void aCommunityHasABoundedNumberUnderWay() {
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            all.add(submitting(1)
                    .map(UUID::toString)
                    .onFailure(ProblemException.class)
                    .recoverWithItem(failure -> failure.type().name())
                    .subscribeAsCompletionStage());
        }

        assertThat(all.stream().map(CompletableFuture::join).filter("TOO_MANY_TASKS"::equals))
                .hasSize(64 - config.unfinished());
    }

    @Test
    void listsNewestFirstAndForgetsEndedOnesAfterTheirTime() {
        UUID first = submit(1);
        clock.move(Duration.ofSeconds(1));
        UUID second = submit(1);
        assertThat(await(tasks.page("acme", new Paging())).items())
                .extracting(TaskView::task)
                .containsExactly(second.toString(), first.toString());
        assertThat(await(tasks.page("other", new Paging())).items()).isEmpty();

        var _ = await(lane(new Counting()).work());
        clock.move(config.keep());
        assertThat(sweep()).isZero();
        clock.move(Duration.ofSeconds(1));
        UUID third = submit(1);
        assertThat(sweep()).isEqualTo(2);

        assertThat(view(third).status()).isEqualTo(TaskStatus.QUEUED);
        assertThat(refusal(() -> view(first))).isEqualTo(TaskProblem.UNKNOWN_TASK);
        assertThat(refusal(() -> await(tasks.get("acme", "no-uuid")))).isEqualTo(TaskProblem.UNKNOWN_TASK);
        assertThat(refusal(() -> await(tasks.get("other", third.toString())))).isEqualTo(TaskProblem.UNKNOWN_TASK);
    }

    private static Object refusal(Supplier<?> refused) {
        return catchThrowableOfType(ProblemException.class, refused::get).type();
    }

    private int sweep() {
        TaskSweepJob job = new TaskSweepJob(table, config, clock);
        return await(database.pool().withTransaction(connection -> job.runOnce(connection, 100)));
    }

    private TaskLane lane(TaskWork<Count, Reached> work) {
        return new TaskLane(
                Map.of(COUNTING.name(), new TaskSteps<>(work, leases, database.pool())), leases, database.pool(), ids);
    }

    private UUID submit(int to) {
        return await(submitting(to));
    }

    private Uni<UUID> submitting(int to) {
        return database.pool()
                .withTransaction(connection -> tasks.submit(connection, "acme", COUNTING, new Count(to), "olga"));
    }

    private TaskView view(UUID id) {
        return await(tasks.get("acme", id.toString()));
    }

    private void assertCounted(UUID id, int to) {
        String of = " from counted where task = '" + id + "'";
        assertThat(database.number("select count(*)" + of)).isEqualTo(to);
        assertThat(database.number("select count(distinct number)" + of)).isEqualTo(to);
    }
}
