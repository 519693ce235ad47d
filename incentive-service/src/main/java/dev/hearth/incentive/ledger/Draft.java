package dev.hearth.incentive.ledger;

import java.time.Instant;
import java.util.List;

/**
 * A transaction while it is put together. Nothing counts before {@link #record}; a draft that is dropped leaves no
 * mark.
 *
 * <p>Three rules hold for whatever is drafted: what a member gets first pays what the member owes; what is taken is
 * taken from the lots that expire soonest; what arrives in a lot that has expired expires at once.
 */
public final class Draft {
    private final Books books;
    private final TransactionType type;
    private final Cause cause;
    private final When when;
    private final Sheet sheet;
    private Notes notes = Notes.NONE;

    Draft(Books books, TransactionType type, Cause cause, When when) {
        this.books = books;
        this.sheet = new Sheet(books);
        this.type = type;
        this.cause = cause;
        this.when = when;
    }

    /** Adds what else is to be known. */
    public Draft note(Notes what) {
        notes = what;
        return this;
    }

    /** Gives a member points that expire at {@code expiresAt}. */
    public Draft credit(CurrencyId currency, String member, long points, Instant expiresAt, Account from) {
        sheet.receive(currency, member, new Lot(expiresAt, points), from);
        return this;
    }

    /** Gives a member points that are not spendable yet. */
    public Draft accrue(CurrencyId currency, String member, long points, Account from) {
        sheet.post(from, Account.pending(currency, member), points);
        return this;
    }

    /** Makes pending points spendable. */
    public Draft activate(CurrencyId currency, String member, long points, Instant expiresAt) {
        sheet.receive(currency, member, new Lot(expiresAt, points), Account.pending(currency, member));
        return this;
    }

    /** Takes points that are pending or held, and none else. */
    public Draft takeReserved(Account reserved, long points, Account to) {
        sheet.post(reserved, to, points);
        return this;
    }

    /** Sets points aside or gives them back, where neither side is a member's. */
    public Draft fund(Account from, long points, Account to) {
        if (from.kind().isOfMember() || to.kind().isOfMember()) {
            throw new IllegalArgumentException("a member's points do not move like this: " + from + ", " + to);
        }
        sheet.post(from, to, points);
        return this;
    }

    /** Takes what the member can spend, all or nothing. */
    public Outcome debit(CurrencyId currency, String member, long points, Account to) {
        requirePositive(points);
        List<Lot> lots = sheet.lots(currency, member);
        long available = Lot.total(lots);
        if (available < points) {
            return new Outcome.Insufficient(available);
        }
        List<Lot> taken = Lot.first(lots, points);
        taken.forEach(lot -> sheet.post(Account.lot(currency, member, lot.expiresAt()), to, lot.points()));
        return new Outcome.Taken(taken);
    }

    /** Takes what the member can spend; what is missing is owed. */
    public Draft debitOrOwe(CurrencyId currency, String member, long points, Account to) {
        requirePositive(points);
        long covered = Math.min(points, Lot.total(sheet.lots(currency, member)));
        if (covered > 0) {
            var _ = debit(currency, member, covered, to);
        }
        if (covered < points) {
            sheet.post(Account.owed(currency, member), to, points - covered);
        }
        return this;
    }

    /** Reserves what the member can spend, all or nothing. */
    public Outcome hold(CurrencyId currency, String member, long points) {
        return debit(currency, member, points, Account.held(currency, member));
    }

    /**
     * Gives points back to the lots that they were taken from, the last taken first: so what stays taken is what
     * expires soonest.
     *
     * @param lots what was taken, soonest-expiring first, less what was given back before
     * @param points how many, at most the sum of the lots
     * @param from where they are now
     */
    public Draft giveBack(CurrencyId currency, String member, List<Lot> lots, long points, Account from) {
        if (Lot.total(lots) < points) {
            throw new IllegalArgumentException(
                    points + " are given back, of which only " + Lot.total(lots) + " were taken");
        }
        Lot.first(lots.reversed(), points).reversed().forEach(lot -> sheet.receive(currency, member, lot, from));
        return this;
    }

    /** Moves points from one member to another, all or nothing; they go on to expire when they would have. */
    public Outcome transfer(CurrencyId currency, String from, String to, long points) {
        requirePositive(points);
        List<Lot> lots = sheet.lots(currency, from);
        long available = Lot.total(lots);
        if (available < points) {
            return new Outcome.Insufficient(available);
        }
        List<Lot> taken = Lot.first(lots, points);
        taken.forEach(lot -> sheet.receive(currency, to, lot, Account.lot(currency, from, lot.expiresAt())));
        return new Outcome.Taken(taken);
    }

    /** Lets a lot expire, whatever is left of it. */
    public Draft expire(CurrencyId currency, String member, Instant expiresAt) {
        Account lot = Account.lot(currency, member, expiresAt);
        if (!books.hasExpired(lot)) {
            throw new IllegalArgumentException("a lot that expires at " + expiresAt + " has not expired yet");
        }
        if (sheet.balance(lot) > 0) {
            sheet.post(lot, Account.expired(currency, books.shard()), sheet.balance(lot));
        }
        return this;
    }

    /**
     * Takes a transaction back, posting by posting. Points return to where they came from. What a member got is taken
     * from the lot that got it, then from others, and the rest is owed; also what has expired since, for it was had.
     */
    public Draft reverse(Transaction original) {
        notes = notes.reversing(original.id());
        new Reversal(sheet).of(original);
        return this;
    }

    /** Whether nothing was drafted. */
    public boolean isEmpty() {
        return sheet.postings().isEmpty();
    }

    /** Writes it into the books. */
    public Transaction record() {
        return books.record(type, cause, when, sheet.postings(), notes);
    }

    private static void requirePositive(long points) {
        if (points < 1) {
            throw new IllegalArgumentException("points are " + points + ", must be 1 or more");
        }
    }
}
