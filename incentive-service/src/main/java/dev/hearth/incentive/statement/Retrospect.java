package dev.hearth.incentive.statement;

import dev.hearth.incentive.ledger.Balance;
import dev.hearth.incentive.ledger.Entry;
import dev.hearth.incentive.ledger.History;
import dev.hearth.incentive.ledger.History.OwnLot;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Statements;
import dev.hearth.incentive.ledger.Statements.Place;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.QueryParameter;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks into the books beyond the balances now: lots, balances as they were, all entries of a community. */
@ApplicationScoped
class Retrospect {
    private static final int PAGE = 500;
    private static final String SEPARATOR = "/";

    private final History history;
    private final Statements statements;

    Retrospect(History history, Statements statements) {
        this.history = history;
        this.statements = statements;
    }

    /** A member's lots, by currency and expiry. */
    Uni<Page<OwnLot>> lots(Holder holder, Paging paging) {
        int limit = paging.limit();
        String after = paging.after();
        int at = after.indexOf(SEPARATOR);
        if (!after.isEmpty() && at < 0) {
            throw QueryParameter.refused("cursor", "is not a cursor of this list; use `next` of the page before");
        }
        String currency = after.isEmpty() ? "" : after.substring(0, at);
        Instant expires = after.isEmpty() ? Instant.EPOCH : instant("cursor", after.substring(at + 1));
        return history.lots(holder, currency, expires, limit + 1)
                .map(rows -> Page.of(
                        rows,
                        limit,
                        own -> own.currency() + SEPARATOR + own.lot().expiresAt()));
    }

    /** What a member had according to the books of that time. */
    Uni<Page<Balance>> balances(Holder holder, Instant asOf, Paging paging) {
        int limit = paging.limit();
        return history.balancesAsOf(holder, asOf, paging.after(), limit + 1)
                .map(rows -> Page.of(rows, limit, Balance::currency));
    }

    /** An entry with its member. */
    record OwnEntry(String member, Entry entry) {}

    /**
     * All entries, member by member, of each the newest first; read page by page as fast as they are taken.
     *
     * @param after the member after whom it begins; empty for all
     */
    Multi<OwnEntry> entries(String community, String after, @Nullable String currency) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new Position<>(after),
                        position -> history.holders(community, position.at, PAGE)
                                .invoke(members -> position.advance(members, List::getLast)))
                .whilst(members -> members.size() == PAGE)
                .onItem()
                .transformToIterable(members -> members)
                .onItem()
                .transformToMultiAndConcatenate(member -> entries(new Holder(community, member), currency));
    }

    private Multi<OwnEntry> entries(Holder holder, @Nullable String currency) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new Position<>(Place.START),
                        position -> statements
                                .entries(holder.community(), holder.member(), currency, position.at, PAGE)
                                .invoke(entries -> position.advance(
                                        entries,
                                        all -> new Place(
                                                all.getLast().transaction(),
                                                all.getLast().currency()))))
                .whilst(entries -> entries.size() == PAGE)
                .onItem()
                .transformToIterable(entries -> entries)
                .map(entry -> new OwnEntry(holder.member(), entry));
    }

    /** How far a walk through pages is. */
    private static final class Position<P> {
        private P at;

        Position(P start) {
            at = start;
        }

        <I> void advance(List<I> page, Function<List<I>, P> last) {
            if (!page.isEmpty()) {
                at = last.apply(page);
            }
        }
    }

    /** An instant in a parameter. */
    static Instant instant(String parameter, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw QueryParameter.refused(parameter, "must be an instant such as 2026-03-01T00:00:00Z");
        }
    }
}
