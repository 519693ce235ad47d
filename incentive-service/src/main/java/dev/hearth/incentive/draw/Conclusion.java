package dev.hearth.incentive.draw;

import dev.hearth.incentive.draw.proof.DrawId;
import dev.hearth.incentive.draw.proof.Drawing;
import dev.hearth.incentive.draw.proof.EntryLane;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.outbox.Outbox;
import dev.hearth.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ends draws. The closing publishes what is drawn from; only a later transaction computes who wins. After the closing a
 * draw is drawn whoever wins: it can no longer be called off, so nobody can look and try again.
 */
@ApplicationScoped
class Conclusion {
    private final DrawStores stores;
    private final DrawEvents events;
    private final Outbox outbox;
    private final Clock clock;

    Conclusion(DrawStores stores, DrawEvents events, Outbox outbox, Clock clock) {
        this.stores = stores;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Closes a locked draw; an instant one is drawn thereby, all its prizes having been decided before. */
    Uni<Void> close(SqlConnection connection, Draw draw) {
        return draw.isInstant() ? finish(connection, draw) : publishLists(connection, draw);
    }

    /** Ends a locked instant draw: its time is over or its stock is gone. */
    Uni<Void> finish(SqlConnection connection, Draw draw) {
        return publishLists(connection, draw)
                .chain(() -> stores.draws().find(connection, draw.id()))
                .chain(closed -> stores.wins()
                        .remaining(connection, draw.id())
                        .chain(left -> reveal(
                                connection,
                                closed.orElseThrow(),
                                draw.prizes().stream()
                                                .mapToInt(prize -> prize.stake().quantity())
                                                .sum()
                                        - left.values().stream()
                                                .mapToInt(Integer::intValue)
                                                .sum(),
                                List.of())));
    }

    private Uni<Void> publishLists(SqlConnection connection, Draw draw) {
        return stores.entries().lanes(connection, draw.id()).chain(lanes -> {
            String root = EntryLane.root(lanes);
            long entries = lanes.stream().mapToLong(EntryLane::entries).sum();
            return stores.draws()
                    .close(connection, draw.id(), root, clock.instant())
                    .chain(closed -> outbox.add(connection, List.of(events.closed(draw, entries, root))));
        });
    }

    /** Draws the winners of a locked draw that is closed. */
    Uni<Void> draw(SqlConnection connection, Draw draw) {
        Instant now = clock.instant();
        return stores.entries()
                .all(connection, draw.id())
                .map(entries -> winners(draw, entries, now))
                .call(wins -> stores.wins().add(connection, draw.id(), wins, now))
                .chain(wins -> reveal(connection, draw, wins.size(), wins));
    }

    private Uni<Void> reveal(SqlConnection connection, Draw draw, int winners, List<Win> told) {
        List<CloudEvent> all = new ArrayList<>(List.of(events.drawn(draw, winners)));
        told.forEach(win -> all.add(events.won(draw, win)));
        return stores.draws()
                .end(connection, draw.id(), null, clock.instant())
                .chain(ended -> outbox.add(connection, all));
    }

    private static List<Win> winners(Draw draw, List<Entry> entries, Instant now) {
        List<Drawing.Win> drawn = draw.drawing()
                .atClosing(draw.chance(), entries.stream().map(Entry::entrant).toList());
        return IntStream.range(0, drawn.size())
                .mapToObj(position -> Win.of(
                        draw.prize(drawn.get(position).prize()),
                        position,
                        entries.get(drawn.get(position).position()),
                        now,
                        false))
                .toList();
    }

    /** Calls off an open draw: its seed is revealed, what its entries cost goes back. */
    Uni<Draw> cancel(SqlConnection connection, DrawId id, String reason) {
        return locked(connection, id).chain(draw -> {
            if (draw.status() == DrawStatus.DRAFT) {
                throw new ProblemException(DrawProblem.DRAW_NOT_OPEN, "it is a draft; nobody knows of it yet");
            }
            if (draw.status() != DrawStatus.OPEN || !clock.instant().isBefore(draw.closesAt())) {
                throw new ProblemException(
                        DrawProblem.DRAW_MUST_BE_DRAWN,
                        "its entries ended at " + draw.closesAt() + "; what was promised by then is kept");
            }
            return callOff(connection, draw, reason).chain(() -> locked(connection, id));
        });
    }

    /** Calls off a locked draw. */
    Uni<Void> callOff(SqlConnection connection, Draw draw, String reason) {
        return stores.entries().lanes(connection, draw.id()).chain(lanes -> {
            long entries = lanes.stream().mapToLong(EntryLane::entries).sum();
            return stores.draws()
                    .end(connection, draw.id(), reason, clock.instant())
                    .chain(ended -> outbox.add(connection, List.of(events.cancelled(draw, entries, reason))));
        });
    }

    /** Takes down what the source that the terms name published after the closing. */
    Uni<Draw> say(SqlConnection connection, DrawId id, String beacon) {
        return locked(connection, id).chain(draw -> {
            if (draw.status() != DrawStatus.CLOSED
                    || !draw.needsBeacon()
                    || draw.ending().beacon() != null) {
                throw new ProblemException(
                        DrawProblem.DRAW_NEEDS_NO_BEACON,
                        draw.needsBeacon() ? "it is " + draw.status() + ", or has its beacon" : "its terms name none");
            }
            return stores.draws().say(connection, id, beacon).chain(said -> locked(connection, id));
        });
    }

    private Uni<Draw> locked(SqlConnection connection, DrawId id) {
        return stores.draws().lock(connection, id).map(found -> found.orElseThrow(() -> Preparation.unknown(id)));
    }
}
