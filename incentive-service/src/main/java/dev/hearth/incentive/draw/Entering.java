package dev.hearth.incentive.draw;

import dev.hearth.incentive.draw.proof.DrawId;
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
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes entries, each in one transaction: its place in the list, its cost and, in an instant draw, the prize with its
 * stock. In a draw at closing members wait only for others of the same list; an instant draw has one list, since what
 * an entry wins depends on what those before it won.
 */
@ApplicationScoped
class Entering {
    /** Of one draw: what its proof can list. */
    static final long MAX_ENTRIES = 100_000;

    private final DrawStores stores;
    private final Eligibility eligibility;
    private final DrawLedger ledger;
    private final Conclusion conclusion;
    private final DrawEvents events;
    private final Outbox outbox;
    private final Clock clock;

    Entering(
            DrawStores stores,
            Eligibility eligibility,
            DrawLedger ledger,
            Conclusion conclusion,
            DrawEvents events,
            Outbox outbox,
            Clock clock) {
        this.stores = stores;
        this.eligibility = eligibility;
        this.ledger = ledger;
        this.conclusion = conclusion;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What an entry finds when its turn has come. */
    private record Turn(Draw draw, EntryLane lane, Entries.Counts counts, Map<String, Integer> stock) {
        int left() {
            return stock.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Enters the member, in the caller's transaction. */
    Uni<Receipt> enter(SqlConnection connection, DrawId id, String member) {
        return stores.draws()
                .find(connection, id)
                .map(found -> found.orElseThrow(() -> Preparation.unknown(id)))
                .invoke(draw -> requireOpen(draw, clock.instant()))
                .invoke(draw -> eligibility.require(draw, member))
                .chain(draw -> turn(connection, draw, member))
                .chain(turn -> take(connection, turn, member));
    }

    private Uni<Turn> turn(SqlConnection connection, Draw seen, String member) {
        DrawId id = seen.id();
        return (seen.isInstant()
                        ? stores.draws().lock(connection, id)
                        : stores.draws().keepOpen(connection, id))
                .map(found -> found.orElseThrow())
                .invoke(draw -> requireOpen(draw, clock.instant()))
                .chain(draw -> stores.entries()
                        .lockLane(connection, id, draw.lane(member))
                        .chain(lane -> stores.entries()
                                .counts(connection, id, member)
                                .chain(counts -> stores.wins()
                                        .remaining(connection, id)
                                        .map(stock -> new Turn(draw, lane, counts, stock)))))
                .invoke(turn -> requireRoom(turn, member));
    }

    private Uni<Receipt> take(SqlConnection connection, Turn turn, String member) {
        Draw draw = turn.draw();
        Instant now = clock.instant();
        String nonce = EntryLane.nonce(draw.opened().salt(), draw.id(), member);
        String entrant = EntryLane.entrant(draw.id(), member, nonce);
        EntryLane after = turn.lane().with(entrant);
        Entry entry = new Entry(
                draw.id().draw(), draw.lane(member), after.entries(), member, entrant, after.head(), draw.cost(), now);
        Win win = draw.isInstant() ? win(turn, entry, now) : null;
        List<Win> wins = win == null ? List.of() : List.of(win);
        return stores.entries()
                .add(connection, draw.id(), entry)
                .chain(() -> stores.wins().add(connection, draw.id(), wins, now))
                .chain(() -> ledger.settle(connection, draw, entry, win))
                .chain(() -> outbox.add(connection, told(draw, entry, win)))
                .chain(() -> win != null && turn.left() == 1
                        ? conclusion.finish(connection, draw)
                        : Uni.createFrom().voidItem())
                .replaceWith(new Receipt(entry, nonce, win == null ? null : win.prize()));
    }

    private static @Nullable Win win(Turn turn, Entry entry, Instant now) {
        Draw draw = turn.draw();
        int place = draw.drawing().meets(draw.chance(), entry.number());
        if (place < 0) {
            return null;
        }
        Prize prize = draw.prizes().get(place);
        int stock = Objects.requireNonNull(turn.stock().get(prize.id()));
        int position =
                draw.prizes().stream().mapToInt(one -> one.stake().quantity()).sum() - turn.left();
        return draw.drawing().gets(stock, turn.counts().won())
                ? Win.of(prize, position, entry, now, prize.points() != null)
                : null;
    }

    private List<CloudEvent> told(Draw draw, Entry entry, @Nullable Win win) {
        List<CloudEvent> told = new ArrayList<>(List.of(events.entered(draw, entry)));
        if (win != null) {
            told.add(events.won(draw, win));
            if (win.givenAt() != null) {
                told.add(events.given(draw.community(), win, null));
            }
        }
        return told;
    }

    private static void requireOpen(Draw draw, Instant now) {
        if (draw.status() == DrawStatus.DRAFT || now.isBefore(draw.opensAt())) {
            throw new ProblemException(DrawProblem.DRAW_NOT_OPEN, "it is not open yet");
        }
        if (draw.isInstant() && draw.status() == DrawStatus.DRAWN && now.isBefore(draw.closesAt())) {
            throw soldOut();
        }
        if (draw.status() != DrawStatus.OPEN || !now.isBefore(draw.closesAt())) {
            throw new ProblemException(DrawProblem.DRAW_NOT_OPEN, "its entries are over");
        }
    }

    private static void requireRoom(Turn turn, String member) {
        int limit = Objects.requireNonNull(turn.draw().terms().entriesPerMember());
        if (turn.counts().entered() >= limit) {
            throw new ProblemException(
                    DrawProblem.DRAW_ENTRY_LIMIT_REACHED, member + " has " + limit + ", which is all the terms allow");
        }
        if (turn.counts().entries() >= MAX_ENTRIES) {
            throw new ProblemException(DrawProblem.DRAW_FULL, "a draw has at most " + MAX_ENTRIES + " entries");
        }
        if (turn.left() == 0) {
            throw soldOut();
        }
    }

    private static ProblemException soldOut() {
        return new ProblemException(DrawProblem.DRAW_SOLD_OUT, "all its prizes are won");
    }
}
