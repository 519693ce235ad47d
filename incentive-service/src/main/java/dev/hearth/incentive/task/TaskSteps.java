package dev.hearth.incentive.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.platform.event.ContractJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes one step of a task: its effect and the note of how far the task is, in one transaction. */
final class TaskSteps<Q extends Record, S extends Record> {
    private static final int MAX_JSON = 512 * 1024;

    private final TaskWork<Q, S> work;
    private final Leases leases;
    private final Pool pool;

    TaskSteps(TaskWork<Q, S> work, Leases leases, Pool pool) {
        this.work = work;
        this.leases = leases;
        this.pool = pool;
    }

    /** The lease with which the task goes on; none if it has ended. */
    Uni<Optional<Lease>> take(Lease lease) {
        return Uni.createFrom()
                .deferred(() -> work.next(task(lease), state(lease)))
                .chain(piece -> pool.withTransaction(
                        connection -> piece.apply(connection).chain(step -> note(connection, lease, step))));
    }

    boolean isHeavy() {
        return work.isHeavy();
    }

    void leave(UUID task) {
        work.leave(task);
    }

    private Uni<Optional<Lease>> note(SqlConnection connection, Lease lease, Step<S> step) {
        return switch (step) {
            case Step.Onward<S> onward -> {
                String state = json(onward.state());
                yield held(leases.onward(connection, lease, state, onward), Optional.of(lease.onward(state)));
            }
            case Step.Finished<S> finished ->
                held(leases.finish(connection, lease, json(finished.result()), finished), Optional.empty());
        };
    }

    private static Uni<Optional<Lease>> held(Uni<Boolean> noted, Optional<Lease> next) {
        return noted.map(held -> {
            if (!held) {
                throw new LostLeaseException();
            }
            return next;
        });
    }

    private Task<Q> task(Lease lease) {
        Q request = read(lease.request(), work.type().request());
        return new Task<>(lease.community(), lease.id(), request, lease.createdAt(), lease.createdBy());
    }

    private @Nullable S state(Lease lease) {
        String state = lease.state();
        return state == null ? null : read(state, work.type().state());
    }

    private static <R extends Record> R read(String json, Class<R> type) {
        return ContractJson.readStrictly(json.getBytes(UTF_8), type);
    }

    private static String json(Record record) {
        byte[] json = ContractJson.write(record);
        if (json.length > MAX_JSON) {
            throw new IllegalStateException(
                    record.getClass().getSimpleName() + " has " + json.length + " bytes, at most " + MAX_JSON);
        }
        return new String(json, UTF_8);
    }
}
