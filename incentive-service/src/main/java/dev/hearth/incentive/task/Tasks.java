package dev.hearth.incentive.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.idempotency.Answer;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.time.Uuid7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes tasks on, and tells how they stand. */
@ApplicationScoped
public class Tasks {
    private static final int MAX_REQUEST = 64 * 1024;

    private final TaskTable table;
    private final TaskConfig config;
    private final Pool pool;
    private final Clock clock;
    private final Uuid7 ids;

    Tasks(TaskTable table, TaskConfig config, Pool pool, Clock clock, Uuid7 ids) {
        this.table = table;
        this.config = config;
        this.pool = pool;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Takes a task on: it begins once the transaction has committed.
     *
     * @param who the token's subject
     * @return the task's id
     */
    public <Q extends Record> Uni<UUID> submit(
            SqlConnection connection, String community, TaskType<Q, ?> type, Q request, String who) {
        String json = json(request);
        UUID id = ids.next();
        Instant now = clock.instant();
        return table.unfinished(connection, community)
                .invoke(this::requireRoom)
                .chain(() -> table.add(connection, community, id, type.name(), json, now, who))
                .replaceWith(id);
    }

    /** The same, as the answer of a POST: 202 with the task's place. */
    public <Q extends Record> Uni<Answer> accept(
            SqlConnection connection, String community, TaskType<Q, ?> type, Q request, String who) {
        return submit(connection, community, type, request, who)
                .chain(id -> table.find(connection, community, id))
                .map(Optional::orElseThrow)
                .map(view -> Answer.accepted("/communities/" + community + "/tasks/" + view.task(), view));
    }

    /** How a task stands; fails with a problem if the community does not have it. */
    public Uni<TaskView> get(String community, String id) {
        UUID known = uuid(id);
        return known == null
                ? Uni.createFrom().failure(() -> unknown(id))
                : table.find(pool, community, known).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    /** The community's tasks, newest first. */
    public Uni<Page<TaskView>> page(String community, Paging paging) {
        int limit = paging.limit();
        UUID before = paging.before();
        return table.page(pool, community, before, limit + 1).map(rows -> Page.of(rows, limit, TaskView::task));
    }

    private void requireRoom(long unfinished) {
        if (unfinished >= config.unfinished()) {
            throw new ProblemException(
                    TaskProblem.TOO_MANY_TASKS,
                    unfinished + " are under way, at most " + config.unfinished() + " may be; wait for one to end");
        }
    }

    private static String json(Record request) {
        byte[] json = ContractJson.write(Objects.requireNonNull(request));
        if (json.length > MAX_REQUEST) {
            throw new ProblemException(
                    TaskProblem.TASK_TOO_LARGE, "it has " + json.length + " bytes, must have at most " + MAX_REQUEST);
        }
        return new String(json, UTF_8);
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(
                TaskProblem.UNKNOWN_TASK, "the community has no task " + id + "; ended ones are kept for a while only");
    }
}
