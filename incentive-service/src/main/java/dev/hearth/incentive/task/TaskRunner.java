package dev.hearth.incentive.task;

import dev.hearth.platform.time.Recurrence;
import dev.hearth.platform.time.Uuid7;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Works on the service's tasks in this replica, from its start to its end. */
@ApplicationScoped
class TaskRunner {
    private final TaskLane lane;
    private final TaskConfig config;
    private final List<Cancellable> running = new ArrayList<>();

    TaskRunner(@All List<TaskWork<?, ?>> works, Leases leases, Pool pool, Uuid7 ids, TaskConfig config) {
        Map<String, TaskSteps<?, ?>> byType = new HashMap<>();
        works.forEach(work -> byType.put(work.type().name(), new TaskSteps<>(work, leases, pool)));
        this.lane = new TaskLane(byType, leases, pool, ids);
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        for (int i = 0; i < config.parallel(); i++) {
            running.add(new Recurrence("working on tasks", lane::work).every(config.poll()));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        running.forEach(Cancellable::cancel);
    }
}
