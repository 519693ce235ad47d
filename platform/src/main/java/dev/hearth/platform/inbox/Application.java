package dev.hearth.platform.inbox;

import dev.hearth.platform.time.Backoff;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * One batch on its way into the store: repeated through outages; halved around a record that cannot be applied until
 * that one is alone and goes to the dead letters. Everything else of the batch is applied, in order, each record once.
 */
final class Application<E> {
    private static final Logger LOG = Logger.getLogger(Application.class);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(50);

    private final Workshop<E> workshop;
    private final PoisonStreak streak;
    private final BooleanSupplier abandoned;
    private final Ending ending;
    /** Found and not yet kept; the position moves past a poison only after that. */
    private final Deque<Poison> poisons;

    private final Deque<PartitionBatch<E>> ahead = new ArrayDeque<>();
    private final Backoff backoff;

    /**
     * @param poisons records of the batch's range that could not even be decoded
     * @param streak of the partition
     */
    Application(
            Workshop<E> workshop,
            PartitionBatch<E> batch,
            Collection<Poison> poisons,
            PoisonStreak streak,
            BooleanSupplier abandoned,
            Ending ending) {
        this.workshop = workshop;
        this.streak = streak;
        this.abandoned = abandoned;
        this.ending = ending;
        this.poisons = new ArrayDeque<>(poisons);
        this.backoff = new Backoff(FIRST_BACKOFF, workshop.config().maxBackoff());
        ahead.push(batch);
    }

    /** Goes on with what is ahead; each step runs on a worker, after the one before. */
    void proceed() {
        if (abandoned.getAsBoolean()) {
            ending.abandoned();
            return;
        }
        Poison poison = poisons.peek();
        PartitionBatch<E> next = ahead.peek();
        if (poison != null) {
            workshop.bury(poison).subscribe().with(done -> buried(), failure -> again("dead letters", failure));
        } else if (next != null) {
            workshop.apply(next).subscribe().with(done -> applied(next), failure -> failed(next, failure));
        } else {
            ending.applied();
        }
    }

    private void buried() {
        backoff.reset();
        poisons.pop();
        proceed();
    }

    private void applied(PartitionBatch<E> batch) {
        backoff.reset();
        ahead.pop();
        workshop.meters().applied(batch.size());
        if (batch.size() > 0) {
            streak.ends();
        }
        proceed();
    }

    private void failed(PartitionBatch<E> batch, Throwable failure) {
        if (failure instanceof StalePositionException) {
            ending.stale();
        } else if (batch.size() == 0 || workshop.isOutage(failure)) {
            again("store", failure);
        } else if (batch.size() == 1 && streak.isTooLong()) {
            again("handler, which refuses record after record", failure);
        } else {
            ahead.pop();
            divide(batch, failure);
            proceed();
        }
    }

    private void divide(PartitionBatch<E> batch, Throwable failure) {
        if (batch.size() == 1) {
            streak.goesOn();
            poisons.push(new Poison(batch.received().getFirst().origin(), failure));
            ahead.push(batch.emptied());
        } else {
            ahead.push(batch.secondHalf());
            ahead.push(batch.firstHalf());
        }
    }

    private void again(String missing, Throwable failure) {
        LOG.warnf("inbox waits for its %s: %s", missing, failure.toString());
        workshop.meters().retried();
        workshop.later(this::proceed, backoff.next());
    }

    /** How a batch ends. */
    interface Ending {
        /** All of it is applied or dead-lettered, and the position is behind it. */
        void applied();

        /** The store's position is another one. */
        void stale();

        /** Nobody waits for it any more. */
        void abandoned();
    }
}
