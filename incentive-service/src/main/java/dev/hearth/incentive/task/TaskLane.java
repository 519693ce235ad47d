package dev.hearth.incentive.task;

import dev.hearth.platform.problem.Outage;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.time.Uuid7;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Works on one task after the other: claims one, takes its steps until it ends or fails, looks for the next. */
final class TaskLane {
    private static final Logger LOG = Logger.getLogger(TaskLane.class);
    private static final int MAX_FAILURES = 5;
    private static final int MAX_TEXT = 1_000;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, TaskSteps<?, ?>> works;
    private final String[] all;
    private final String[] light;
    /** Taken by who works on a heavy task, or may find one. */
    private final Semaphore heavy = new Semaphore(1);

    private final Leases leases;
    private final Pool pool;
    private final Uuid7 ids;

    TaskLane(Map<String, TaskSteps<?, ?>> works, Leases leases, Pool pool, Uuid7 ids) {
        this.works = Map.copyOf(works);
        this.all = works.keySet().toArray(String[]::new);
        this.light = works.keySet().stream().filter(type -> !isHeavy(type)).toArray(String[]::new);
        this.leases = leases;
        this.pool = pool;
        this.ids = ids;
    }

    /** Works until no task is left that it may take; answers how many it worked on. */
    Uni<Long> work() {
        return Multi.createBy()
                .repeating()
                .uni(this::workOnOne)
                .whilst(worked -> worked)
                .filter(worked -> worked)
                .collect()
                .with(java.util.stream.Collectors.counting());
    }

    private Uni<Boolean> workOnOne() {
        Seat seat = new Seat(heavy);
        return leases.claim(pool, ids.next(), seat.isTaken() ? all : light)
                .invoke(claimed -> {
                    if (claimed.filter(lease -> isHeavy(lease.type())).isEmpty()) {
                        seat.leave();
                    }
                })
                .chain(claimed -> claimed.isEmpty()
                        ? Uni.createFrom().item(false)
                        : stepByStep(claimed.orElseThrow()).replaceWith(true))
                .onTermination()
                .invoke(seat::leave);
    }

    private boolean isHeavy(String type) {
        return steps(type).isHeavy();
    }

    private TaskSteps<?, ?> steps(String type) {
        return Objects.requireNonNull(works.get(type));
    }

    /** The one place for heavy work, taken if it is free, left once. */
    private static final class Seat {
        private final Semaphore places;
        private final AtomicBoolean taken;

        Seat(Semaphore places) {
            this.places = places;
            this.taken = new AtomicBoolean(places.tryAcquire());
        }

        boolean isTaken() {
            return taken.get();
        }

        void leave() {
            if (taken.getAndSet(false)) {
                places.release();
            }
        }
    }

    private Uni<Void> stepByStep(Lease claimed) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new Progress(claimed), this::step)
                .whilst(Optional::isPresent)
                .collect()
                .last()
                .onTermination()
                .invoke(() -> steps(claimed.type()).leave(claimed.id()))
                .replaceWithVoid();
    }

    /** The lease as the last step left it. */
    private static final class Progress {
        private Lease lease;

        Progress(Lease lease) {
            this.lease = lease;
        }
    }

    private Uni<Optional<Lease>> step(Progress progress) {
        Lease lease = progress.lease;
        return steps(lease.type())
                .take(lease)
                .invoke(next -> next.ifPresent(onward -> progress.lease = onward))
                .onFailure()
                .recoverWithUni(failure -> stumble(lease, failure).replaceWith(Optional.empty()));
    }

    private Uni<Boolean> stumble(Lease lease, Throwable failure) {
        if (failure instanceof LostLeaseException) {
            LOG.infof("task %s was taken over by another replica", lease.id());
            return Uni.createFrom().item(false);
        }
        if (failure instanceof ProblemException refused) {
            return leases.fail(pool, lease, shortened(refused));
        }
        LOG.warnf("a step of task %s (%s) failed: %s", lease.id(), lease.type(), failure.toString());
        if (Outage.isOutage(failure)) {
            return leases.retry(pool, lease, lease.failures(), PAUSE);
        }
        int failures = lease.failures() + 1;
        return failures < MAX_FAILURES
                ? leases.retry(pool, lease, failures, PAUSE.multipliedBy(1L << failures))
                : leases.fail(pool, lease, "a step failed " + failures + " times; the log tells why");
    }

    private static String shortened(ProblemException refused) {
        String text = refused.type().title() + ": " + refused.getMessage();
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }
}
