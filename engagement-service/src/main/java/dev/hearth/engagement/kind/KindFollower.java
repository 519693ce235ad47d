package dev.hearth.engagement.kind;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Keeps the directory up to date with what any replica declares: asks for the revisions after the last seen. Revisions
 * are committed in order ({@link EventKinds#nextRevision}), so none is missed. While the database is away the directory
 * stays as it is, and events go on.
 */
@Singleton
class KindFollower {
    private static final Logger LOG = Logger.getLogger(KindFollower.class);
    private static final int AT_ONCE = 500;

    private final KindDirectory directory;
    private final EventKinds kinds;
    private final Vertx vertx;
    private final KindConfig config;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile long revision;
    private volatile boolean failing;

    KindFollower(KindDirectory directory, EventKinds kinds, Vertx vertx, KindConfig config) {
        this.directory = directory;
        this.kinds = kinds;
        this.vertx = vertx;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        follow();
        vertx.setPeriodic(config.refreshEvery().toMillis(), timer -> follow());
    }

    /** Takes in what is new now. */
    Uni<Void> refresh() {
        return kinds.newer(revision, AT_ONCE)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(this::take);
    }

    private void follow() {
        if (underWay.compareAndSet(false, true)) {
            refresh()
                    .onTermination()
                    .invoke(() -> underWay.set(false))
                    .subscribe()
                    .with(done -> succeeded(), this::failed);
        }
    }

    private Uni<Void> take(List<EventKinds.Revised> revised) {
        for (EventKinds.Revised kind : revised) {
            directory.put(kind.community(), new DeclaredKind(kind.kind(), PropertiesSchema.stored(kind.schema())));
            revision = Math.max(revision, kind.revision());
        }
        if (revised.size() == AT_ONCE) {
            return refresh();
        }
        directory.markLoaded();
        return Uni.createFrom().voidItem();
    }

    private void succeeded() {
        if (failing) {
            failing = false;
            LOG.info("kinds: the database answers again");
        }
    }

    private void failed(Throwable failure) {
        if (!failing) {
            failing = true;
            LOG.warnf("kinds: cannot be refreshed, going on with those known: %s", failure.toString());
        }
    }
}
