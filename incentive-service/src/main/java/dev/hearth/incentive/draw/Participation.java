package dev.hearth.incentive.draw;

import dev.hearth.incentive.chance.Sha256;
import dev.hearth.incentive.draw.proof.DrawId;
import dev.hearth.incentive.draw.proof.DrawProof;
import dev.hearth.incentive.draw.proof.Drawing;
import dev.hearth.incentive.draw.proof.EntryLane;
import dev.hearth.incentive.draw.proof.Stake;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.platform.outbox.Outbox;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is shown of draws, and handed over after them. */
@ApplicationScoped
class Participation {
    private final DrawStores stores;
    private final DrawEvents events;
    private final Outbox outbox;
    private final Pool pool;
    private final Clock clock;

    Participation(DrawStores stores, DrawEvents events, Outbox outbox, Pool pool, Clock clock) {
        this.stores = stores;
        this.events = events;
        this.outbox = outbox;
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Draw> find(DrawId id) {
        return stores.draws().find(pool, id).map(found -> found.orElseThrow(() -> Preparation.unknown(id)));
    }

    Uni<Page<Draw>> page(String community, Paging paging) {
        int limit = paging.limit();
        return stores.draws()
                .page(pool, community, paging.after(), limit + 1)
                .map(rows -> Page.of(rows, limit, draw -> draw.id().draw()));
    }

    Uni<Page<Receipt>> receipts(Holder member, Paging paging) {
        int limit = paging.limit();
        EntryCursor after = EntryCursor.of(paging.after());
        return stores.entries()
                .ofMember(pool, member, after, limit + 1)
                .map(rows -> Page.of(rows, limit, EntryCursor::of));
    }

    Uni<Page<Win>> wins(DrawId id, Paging paging) {
        int limit = paging.limit();
        int after = after(paging.after());
        return find(id).chain(() -> stores.wins().page(pool, id, after, limit + 1))
                .map(rows -> Page.of(rows, limit, win -> Integer.toString(win.position())));
    }

    /** A snapshot: draw, entries and winners of the same moment. */
    Uni<DrawProof> proof(DrawId id) {
        return pool.withTransaction(connection -> stores.draws()
                .snapshot(connection)
                .chain(() -> stores.draws().find(connection, id))
                .map(found -> found.filter(draw -> draw.status() != DrawStatus.DRAFT)
                        .orElseThrow(() -> Preparation.unknown(id)))
                .chain(draw -> proof(connection, draw)));
    }

    /** Notes that a prize other than points was handed over. */
    Uni<Win> handOver(SqlConnection connection, DrawId id, int position, @Nullable String reference, String who) {
        return stores.wins()
                .lock(connection, id, position)
                .map(found -> found.orElseThrow(() ->
                        new ProblemException(DrawProblem.UNKNOWN_WIN, "draw " + id.draw() + " has no win " + position)))
                .invoke(win -> {
                    if (win.givenAt() != null || win.points() != null) {
                        throw new ProblemException(
                                DrawProblem.PRIZE_GIVEN,
                                win.points() == null
                                        ? "it was handed over at " + win.givenAt()
                                        : "it is points, which are credited without being asked for");
                    }
                })
                .call(win -> stores.wins().give(connection, id, List.of(position), clock.instant(), who, reference))
                .call(win -> outbox.add(connection, List.of(events.given(id.community(), win, reference))))
                .chain(win -> stores.wins().lock(connection, id, position))
                .map(given -> given.orElseThrow());
    }

    private Uni<DrawProof> proof(SqlConnection connection, Draw draw) {
        return stores.entries()
                .lanes(connection, draw.id())
                .chain(lanes -> stores.entries()
                        .all(connection, draw.id())
                        .chain(entries -> stores.wins()
                                .page(connection, draw.id(), -1, Stake.MAX_QUANTITY)
                                .map(wins -> proof(draw, lanes, entries, wins))));
    }

    private static DrawProof proof(Draw draw, List<EntryLane> lanes, List<Entry> entries, List<Win> wins) {
        Map<String, String> entrants = new HashMap<>();
        List<List<String>> lists = new ArrayList<>();
        lanes.forEach(lane -> lists.add(new ArrayList<>()));
        entries.forEach(entry -> {
            lists.get(entry.lane()).add(entry.entrant());
            entrants.put(entry.lane() + "-" + entry.number(), entry.entrant());
        });
        List<DrawProof.Lane> listed = new ArrayList<>();
        for (int lane = 0; lane < lanes.size(); lane++) {
            listed.add(new DrawProof.Lane(lanes.get(lane).head(), lists.get(lane)));
        }
        return new DrawProof(
                Drawing.ALGORITHM,
                draw.community(),
                draw.id().draw(),
                draw.status().name(),
                Trust.of(draw),
                draw.text(),
                Sha256.ofText(draw.text()),
                draw.opened().seed().commitment(),
                draw.isOver() ? draw.opened().seed().hex() : null,
                draw.ending().beacon(),
                listed,
                draw.ending().root(),
                wins.stream()
                        .map(win -> new DrawProof.Winner(
                                win.lane(),
                                win.number(),
                                String.valueOf(entrants.get(win.lane() + "-" + win.number())),
                                win.prize()))
                        .toList());
    }

    private static int after(String cursor) {
        try {
            return cursor.isEmpty() ? -1 : Integer.parseInt(cursor);
        } catch (NumberFormatException e) {
            throw new ProblemException(
                    RequestProblem.INVALID_PARAMETER,
                    FieldError.parameter("cursor", "is not a cursor of this list; use `next` of the page before"));
        }
    }
}
