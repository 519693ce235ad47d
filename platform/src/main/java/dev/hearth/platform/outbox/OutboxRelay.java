package dev.hearth.platform.outbox;

import dev.hearth.platform.time.Backoff;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
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
    private static final Duration SAMPLE = Duration.ofSeconds(2);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);

    private final RelayDatabase database;
    private final OutboxSender sender;
    private final OutboxConfig config;
    private final RelayMeters meters;
    private final RelayThread thread;
    private final Backoff backoff;
    private volatile boolean active;
    private volatile boolean closed;
    private @Nullable RelayLease lease;

    /**
     * @param database where the outbox is
     * @param kafka client settings, {@code bootstrap.servers} at least
     */
    public OutboxRelay(RelayDatabase database, Map<String, Object> kafka, OutboxConfig config, RelayMeters meters) {
        this.database = database;
        this.sender = new OutboxSender(kafka);
        this.config = config;
        this.meters = meters;
        this.thread = new RelayThread(this::round, config.poll());
        this.backoff = new Backoff(FIRST_BACKOFF, config.maxBackoff());
    }

    /** The relay of a service: its own database and its broker, as Quarkus' standard properties name them. */
    public static OutboxRelay of(Vertx vertx, Config config, OutboxConfig outbox, RelayMeters meters) {
        String brokers = config.getValue("kafka.bootstrap.servers", String.class);
        return new OutboxRelay(RelayDatabase.of(vertx, config), Map.of("bootstrap.servers", brokers), outbox, meters);
    }

    public void start() {
        thread.again();
        thread.every(SAMPLE, this::sample);
    }

    /** Call after a commit that added events: the relay looks at once. From any thread; never blocks. */
    public void wake() {
        if (active) {
            thread.wake();
        }
    }

    /** Call when events were added and the commit is near: the relay looks often for a short while. */
    public void expect() {
        if (active) {
            thread.expect();
        }
    }

    /** Whether this replica's relay is the one that sends. */
    public boolean isActive() {
        return active;
    }

    /** Stops; what is under way is given up and sent again by the next relay. */
    @Override
    public void close() {
        closed = true;
        thread.execute(() -> {
            giveUp();
            thread.endRest();
        });
    }

    private void round() {
        thread.begun();
        if (closed) {
            giveUp();
            thread.stop();
            return;
        }
        holder().chain(this::advance).emitOn(thread).subscribe().with(this::then, this::failed);
    }

    /** This relay's connection, with the lock or, standing by, without it. */
    private Uni<RelayLease> holder() {
        RelayLease current = lease;
        if (current != null) {
            return Uni.createFrom().item(current);
        }
        return RelayLease.open(database, config.statementTimeout(), () -> thread.execute(this::giveUp))
                .emitOn(thread)
                .invoke(opened -> lease = opened);
    }

    private Uni<Next> advance(RelayLease holder) {
        return active
                ? send(holder)
                : holder.lock().emitOn(thread).chain(locked -> locked ? begin(holder) : next(Next.STAND_BY));
    }

    private Uni<Next> begin(RelayLease holder) {
        active = true;
        meters.active(true);
        LOG.info("outbox relay is active");
        return send(holder);
    }

    private Uni<Next> send(RelayLease holder) {
        return holder.read(config.batch())
                .emitOn(thread)
                .chain(rows -> rows.isEmpty() ? next(Next.REST) : send(holder, rows));
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
        backoff.reset();
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
            case AGAIN -> thread.again();
            case REST -> thread.rest();
            case STAND_BY -> thread.after(config.standby());
            case RETRY -> thread.after(backoff.next());
        }
    }

    /** What is under way must not go on without the lock, which another relay may have already. */
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

    private static Uni<Next> next(Next next) {
        return Uni.createFrom().item(next);
    }

    /** What follows a round. */
    private enum Next {
        AGAIN,
        REST,
        STAND_BY,
        RETRY
    }
}
