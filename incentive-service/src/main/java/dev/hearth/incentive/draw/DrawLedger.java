package dev.hearth.incentive.draw;

import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Draft;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Ledger;
import dev.hearth.incentive.ledger.Notes;
import dev.hearth.incentive.ledger.Outcome;
import dev.hearth.incentive.ledger.Transaction;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.ledger.When;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.state.Communities;
import dev.hearth.platform.state.Community;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What draws move in the books: costs of entries, prizes in points, costs that go back. */
@ApplicationScoped
class DrawLedger {
    private final Bookkeeping bookkeeping;
    private final Ledger ledger;
    private final Communities communities;

    DrawLedger(Bookkeeping bookkeeping, Ledger ledger, Communities communities) {
        this.bookkeeping = bookkeeping;
        this.ledger = ledger;
        this.communities = communities;
    }

    /** Takes what the entry costs and credits what it won; fails where the member does not have the cost. */
    Uni<Void> settle(SqlConnection connection, Draw draw, Entry entry, @Nullable Win win) {
        boolean pays = win != null && win.points() != null;
        if (entry.cost() == 0 && !pays) {
            return Uni.createFrom().voidItem();
        }
        Holder holder = new Holder(draw.community(), entry.member());
        return bookkeeping
                .with(connection, Set.of(holder), books -> {
                    if (entry.cost() > 0) {
                        charge(books, draw, entry);
                    }
                    if (win != null && pays) {
                        credit(books, draw.community(), win);
                    }
                    return Uni.createFrom().item(holder);
                })
                .replaceWithVoid();
    }

    /** Credits prizes that are points. */
    Uni<Void> pay(SqlConnection connection, List<Wins.Owed> owed) {
        Set<Holder> holders = new HashSet<>();
        owed.forEach(one -> holders.add(new Holder(one.community(), one.win().member())));
        return bookkeeping
                .with(connection, holders, books -> {
                    owed.forEach(one -> credit(books, one.community(), one.win()));
                    return Uni.createFrom().item(holders);
                })
                .replaceWithVoid();
    }

    /** A cost that goes back, and the transaction that took it. */
    private record GiveBack(Entry entry, Transaction taken) {}

    /** Gives costs back to the lots that they came from. */
    Uni<Void> refund(SqlConnection connection, Draw draw, List<Entry> entries, Instant now) {
        return Multi.createFrom()
                .iterable(entries)
                .onItem()
                .transformToUniAndConcatenate(
                        entry -> ledger.find(connection, new Cause.Requested(draw.community(), entry.reference()))
                                .map(found -> new GiveBack(entry, found.orElseThrow())))
                .collect()
                .asList()
                .chain(all -> giveBack(connection, draw, all, now));
    }

    private Uni<Void> giveBack(SqlConnection connection, Draw draw, List<GiveBack> all, Instant now) {
        Set<Holder> holders = new HashSet<>();
        all.forEach(one -> holders.add(new Holder(draw.community(), one.entry().member())));
        return bookkeeping
                .with(connection, holders, books -> {
                    all.forEach(one -> giveBack(books, draw, one, now));
                    return Uni.createFrom().item(holders);
                })
                .replaceWithVoid();
    }

    private void giveBack(Books books, Draw draw, GiveBack one, Instant now) {
        Entry entry = one.entry();
        CurrencyId currency = new CurrencyId(
                draw.community(), Objects.requireNonNull(draw.terms().currency()));
        Account where = one.taken().postings().getFirst().destination();
        Transaction _ = draft(
                        books,
                        TransactionType.REFUNDED,
                        draw.community(),
                        entry.draw(),
                        entry.reference() + "/refund",
                        now)
                .giveBack(currency, entry.member(), one.taken().taken(currency, entry.member()), entry.cost(), where)
                .record();
    }

    private void charge(Books books, Draw draw, Entry entry) {
        CurrencyId currency = new CurrencyId(
                draw.community(), Objects.requireNonNull(draw.terms().currency()));
        Draft draft = draft(
                books, TransactionType.REDEEMED, draw.community(), entry.draw(), entry.reference(), entry.enteredAt());
        Outcome outcome =
                draft.debit(currency, entry.member(), entry.cost(), Account.redeemed(currency, books.shard()));
        switch (outcome) {
            case Outcome.Taken taken -> {
                Transaction _ = draft.record();
            }
            case Outcome.Insufficient(long available) ->
                throw new ProblemException(
                        DrawProblem.DRAW_UNCOVERED,
                        entry.member() + " can spend " + available + " points, an entry costs " + entry.cost());
        }
    }

    private void credit(Books books, String community, Win win) {
        CurrencyId currency = new CurrencyId(community, Objects.requireNonNull(win.currency()));
        Integer days = win.expiresDays();
        Instant expiry = days == null ? Account.NEVER : win.wonAt().plus(Duration.ofDays(days));
        Transaction _ = draft(books, TransactionType.GRANTED, community, win.draw(), win.ledgerReference(), win.wonAt())
                .credit(
                        currency,
                        win.member(),
                        Objects.requireNonNull(win.points()),
                        expiry,
                        Account.issuer(currency, books.shard()))
                .record();
    }

    private Draft draft(Books books, TransactionType type, String community, String draw, String key, Instant when) {
        return books.draft(
                        type,
                        new Cause.Requested(community, key),
                        new When(when, LocalDate.ofInstant(when, zone(community))))
                .note(Notes.on("draw/" + draw));
    }

    /** A community that is not known here (yet) must not hold up the others. */
    private ZoneId zone(String community) {
        return communities.find(community).map(Community::zone).orElse(ZoneOffset.UTC);
    }
}
