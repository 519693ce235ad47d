package dev.hearth.platform.outbox;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends the outbox to Kafka: reads the first rows, sends them, deletes what Kafka acknowledged, and so on. Of all
 * replicas of a service one is active: the one whose connection holds the lock. What was sent and not yet deleted when
 * a relay dies is sent again, with the same ids.
 *
 * <p>All state belongs to one thread of the relay's own; the database and Kafka answer on theirs and are taken back to
 * it.
 */
public final class OutboxRelay implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int SAMPLE_SECONDS = 2;
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);
    /** How often and how long the relay looks for rows that this replica is about to commit. */
    private static final Duration EXPECTANT_POLL = Duration.ofMillis(2);

    private static final long EXPECTANT_NANOS = Duration.ofMillis(200).toNanos();

    private final RelayDatabase database;
    private final OutboxSender sender;
    private final OutboxConfig config;
    private final RelayMeters meters;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outbox-relay").daemon().factory());
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile long expectantUntil = System.nanoTime();
    private volatile boolean active;
    private volatile boolean closed;

    private @Nullable RelayLease lease;
    private @Nullable Future<?> waiting;
    private Duration backoff = FIRST_BACKOFF;

    /**
     * @param database where the outbox is
     * @param kafka client settings, {@code bootstrap.servers} at least
     */
    public OutboxRelay(RelayDatabase database, Map<String, Object> kafka, OutboxConfig config, RelayMeters meters) {
        this.database = database;
        this.sender = new OutboxSender(kafka);
        this.config = config;
        this.meters = meters;
    }

    public void start() {
        onThread(this::round);
        var _ = thread.scheduleWithFixedDelay(this::sample, SAMPLE_SECONDS, SAMPLE_SECONDS, TimeUnit.SECONDS);
    }

    /** Call after a commit that added events: the relay looks at once. From any thread; never blocks. */
    public void wake() {
        if (active && woken.compareAndSet(false, true)) {
            onThread(this::answerWake);
        }
    }

    /** Call when events were added and the commit is near: the relay looks often for a short while. */
    public void expect() {
        expectantUntil = System.nanoTime() + EXPECTANT_NANOS;
        wake();
    }

    /** Whether this replica's relay is the one that sends. */
    public boolean isActive() {
        return active;
    }

    /** Stops; what is under way is given up and sent again by the next relay. */
    @Override
    public void close() {
        closed = true;
        onThread(() -> {
            giveUp();
            answerWake();
        });
    }

    private void round() {
        waiting = null;
        if (closed) {
            giveUp();
            thread.shutdownNow();
            return;
        }
        woken.set(false);
        holder().chain(this::advance).emitOn(thread).subscribe().with(this::then, this::failed);
    }

    /** This relay's connection, with the lock or, standing by, without it. */
    private Uni<RelayLease> holder() {
        RelayLease current = lease;
        if (current != null) {
            return Uni.createFrom().item(current);
        }
        return RelayLease.open(database, config.statementTimeout(), this::connectionLost)
                .emitOn(thread)
                .invoke(opened -> lease = opened);
    }

    private Uni<Next> advance(RelayLease holder) {
        return active ? send(holder) : holder.lock().emitOn(thread).chain(locked -> locked ? begin(holder) : standBy());
    }

    private Uni<Next> begin(RelayLease holder) {
        active = true;
        meters.active(true);
        LOG.info("outbox relay is active");
        return send(holder);
    }

    private static Uni<Next> standBy() {
        return Uni.createFrom().item(Next.STAND_BY);
    }

    private Uni<Next> send(RelayLease holder) {
        return holder.read(config.batch()).emitOn(thread).chain(rows -> rows.isEmpty() ? idle() : send(holder, rows));
    }

    private static Uni<Next> idle() {
        return Uni.createFrom().item(Next.IDLE);
    }

    private Uni<Next> send(RelayLease holder, List<OutboxRow> rows) {
        return sender.send(rows)
                .chain(delivery -> holder.delete(delivery.done()).replaceWith(delivery))
                .emitOn(thread)
                .map(this::settled);
    }

    private Next settled(Delivery delivery) {
        meters.sent(delivery.done().size());
        Throwable failure = delivery.failure();
        if (failure != null) {
            LOG.warnf("outbox: Kafka refused a batch, sending it again: %s", failure.toString());
            meters.failed(failure);
            sender.discard();
            return Next.RETRY;
        }
        meters.recovered();
        backoff = FIRST_BACKOFF;
        return Next.AGAIN;
    }

    private void failed(Throwable failure) {
        LOG.warnf("outbox: database failed, connecting again: %s", failure.toString());
        meters.failed(failure);
        giveUp();
        then(Next.RETRY);
    }

    private void then(Next next) {
        switch (next) {
            case AGAIN -> onThread(this::round);
            case IDLE -> rest();
            case STAND_BY -> {
                var _ = after(config.standby());
            }
            case RETRY -> {
                var _ = after(nextBackoff());
            }
        }
    }

    private void rest() {
        if (woken.get()) {
            onThread(this::round);
        } else {
            boolean expectant = System.nanoTime() - expectantUntil < 0;
            waiting = after(expectant ? EXPECTANT_POLL : config.poll());
        }
    }

    private @Nullable Future<?> after(Duration wait) {
        try {
            return thread.schedule(this::round, wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("outbox relay is closed");
            return null;
        }
    }

    private void answerWake() {
        Future<?> rest = waiting;
        if (rest != null && rest.cancel(false)) {
            round();
        }
    }

    /**
     * What is under way must not go on: another relay may have the lock already. The statement that fails ends the
     * round.
     */
    private void connectionLost() {
        onThread(this::giveUp);
    }

    private void giveUp() {
        active = false;
        meters.active(false);
        sender.discard();
        RelayLease old = lease;
        lease = null;
        if (old != null) {
            LOG.info("outbox relay gave its connection up");
            old.close().subscribe().with(done -> {}, failure -> {});
        }
    }

    /** Runs beside the rounds, also while one waits for Kafka. */
    private void sample() {
        RelayLease current = lease;
        if (current != null) {
            current.sample()
                    .subscribe()
                    .with(meters::sampled, failure -> LOG.debugf("no sample: %s", failure.toString()));
        }
    }

    private Duration nextBackoff() {
        Duration now = backoff;
        Duration doubled = now.multipliedBy(2);
        backoff = doubled.compareTo(config.maxBackoff()) > 0 ? config.maxBackoff() : doubled;
        return now;
    }

    private void onThread(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("outbox relay is closed");
        }
    }

    /** What follows a round. */
    private enum Next {
        AGAIN,
        IDLE,
        STAND_BY,
        RETRY
    }
}
