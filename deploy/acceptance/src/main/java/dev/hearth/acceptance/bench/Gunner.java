package dev.hearth.acceptance.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.TimeUnit;

/** One event loop's share of a load. */
final class Gunner extends AbstractVerticle {
    /** Requests that may wait for an answer; past that a server is so far behind that further ones are not sent. */
    private static final int MOST_FLYING = 10_000;

    /** How long after its time a load waits for answers. */
    private static final long GRACE_MILLIS = 10_000;

    private final Load load;
    private final Tallies tallies;
    private final int gunners;
    private final int place;
    private final Rounds rounds;
    private final Promise<Void> done = Promise.promise();
    private final long period;
    private long fired;
    private int flying;
    private boolean over;

    /** @param place which of the {@code gunners} it is, from 0 */
    Gunner(Load load, Tallies tallies, int gunners, int place, int run) {
        this.load = load;
        this.tallies = tallies;
        this.gunners = gunners;
        this.place = place;
        this.rounds = switch (load.aim()) {
            case EVENTS -> new Bodies(load.path(), load.batch(), run);
            case REDEMPTIONS -> new RedemptionRounds(load.path(), run);
            case QUESTIONS -> new Questions(load.path(), run);
        };
        this.period = load.isOpen() ? TimeUnit.SECONDS.toNanos(gunners) / load.rate() : 0;
    }

    /** Completes when the time is over and everything is answered. */
    Future<Void> done() {
        return done.future();
    }

    @Override
    public void start() {
        int connections = Math.max(1, load.connections() / gunners);
        Shot shot = new Shot(vertx, load, connections);
        var _ = vertx.setTimer(load.seconds() * 1_000L + GRACE_MILLIS, timer -> abandon(shot));
        if (load.isOpen()) {
            var _ = vertx.setPeriodic(1, timer -> fireWhatIsDue(shot, timer));
        } else {
            for (int connection = 0; connection < connections; connection++) {
                fire(shot, System.nanoTime());
            }
        }
    }

    private void fireWhatIsDue(Shot shot, long timer) {
        if (tallies.isOver()) {
            var _ = vertx.cancelTimer(timer);
            over = true;
            endIfOver(shot);
            return;
        }
        // The gunners take turns, so that requests come evenly and not in volleys.
        long first = tallies.start() + place * period / gunners;
        long now = System.nanoTime();
        for (long due = first + fired * period; due - now <= 0; due = first + fired * period) {
            fired++;
            if (flying < MOST_FLYING) {
                fire(shot, due);
            } else {
                tallies.refused();
            }
        }
    }

    /** What is not answered by now counts as refused. */
    private void abandon(Shot shot) {
        if (!done.future().isComplete() && flying > 0) {
            LoadGenerator.complain(new IllegalStateException(flying + " requests were not answered"));
            over = true;
            shot.close().onComplete(closed -> done.tryComplete());
        }
    }

    private void fire(Shot shot, long due) {
        flying++;
        var _ = shot.fire(rounds.next())
                .onSuccess(events -> tallies.accepted(events, due))
                .onFailure(failure -> refused(failure))
                .onComplete(ended -> landed(shot));
    }

    private void refused(Throwable failure) {
        tallies.refused();
        if (!over) {
            LoadGenerator.complain(failure);
        }
    }

    private void landed(Shot shot) {
        flying--;
        if (!over && !load.isOpen() && !tallies.isOver()) {
            fire(shot, System.nanoTime());
        } else {
            over |= !load.isOpen();
            endIfOver(shot);
        }
    }

    private void endIfOver(Shot shot) {
        if (over && flying == 0) {
            shot.close().onComplete(closed -> done.tryComplete());
        }
    }
}
