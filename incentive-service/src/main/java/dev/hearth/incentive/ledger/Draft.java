package dev.hearth.incentive.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    private final List<Posting> postings = new ArrayList<>();
    private final Map<Account, Long> moved = new HashMap<>();
    private Notes notes = Notes.NONE;

    Draft(Books books, TransactionType type, Cause cause, When when) {
        this.books = books;
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
        receive(currency, member, new Lot(expiresAt, points), from);
        return this;
    }

    /** Gives a member points that are not spendable yet. */
    public Draft accrue(CurrencyId currency, String member, long points, Account from) {
        post(from, Account.pending(currency, member), points);
        return this;
    }

    /** Makes pending points spendable. */
    public Draft activate(CurrencyId currency, String member, long points, Instant expiresAt) {
        receive(currency, member, new Lot(expiresAt, points), Account.pending(currency, member));
        return this;
    }

    /** Takes points that are pending or held, and none else. */
    public Draft takeReserved(Account reserved, long points, Account to) {
        post(reserved, to, points);
        return this;
    }

    /** Takes what the member can spend, all or nothing. */
    public Outcome debit(CurrencyId currency, String member, long points, Account to) {
        requirePositive(points);
        List<Lot> lots = lots(currency, member);
        long available = total(lots);
        if (available < points) {
            return new Outcome.Insufficient(available);
        }
        List<Lot> taken = soonest(lots, points);
        taken.forEach(lot -> post(Account.lot(currency, member, lot.expiresAt()), to, lot.points()));
        return new Outcome.Taken(taken);
    }

    /** Takes what the member can spend; what is missing is owed. */
    public Draft debitOrOwe(CurrencyId currency, String member, long points, Account to) {
        requirePositive(points);
        long covered = Math.min(points, total(lots(currency, member)));
        if (covered > 0) {
            var _ = debit(currency, member, covered, to);
        }
        if (covered < points) {
            post(Account.owed(currency, member), to, points - covered);
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
        long left = points;
        List<Lot> returned = new ArrayList<>();
        for (Lot lot : lots.reversed()) {
            long part = Math.min(left, lot.points());
            if (part > 0) {
                returned.add(new Lot(lot.expiresAt(), part));
                left -= part;
            }
        }
        if (left > 0) {
            throw new IllegalArgumentException("more is given back than was taken, by " + left);
        }
        returned.reversed().forEach(lot -> receive(currency, member, lot, from));
        return this;
    }

    /** Moves points from one member to another, all or nothing; they go on to expire when they would have. */
    public Outcome transfer(CurrencyId currency, String from, String to, long points) {
        requirePositive(points);
        List<Lot> lots = lots(currency, from);
        long available = total(lots);
        if (available < points) {
            return new Outcome.Insufficient(available);
        }
        List<Lot> taken = soonest(lots, points);
        taken.forEach(lot -> receive(currency, to, lot, Account.lot(currency, from, lot.expiresAt())));
        return new Outcome.Taken(taken);
    }

    /** Lets a lot expire, whatever is left of it. */
    public Draft expire(CurrencyId currency, String member, Instant expiresAt) {
        Account lot = Account.lot(currency, member, expiresAt);
        if (!books.hasExpired(lot)) {
            throw new IllegalArgumentException("a lot that expires at " + expiresAt + " has not expired yet");
        }
        if (balance(lot) > 0) {
            post(lot, Account.expired(currency, books.shard()), balance(lot));
        }
        return this;
    }

    /**
     * Takes a transaction back, posting by posting. Points return to where they came from. What a member got is taken
     * from the lot that got it, then from others, and the rest is owed; also what has expired since, for it was had.
     */
    public Draft reverse(Transaction original) {
        notes = notes.reversing(original.id());
        for (Posting posting : original.postings().reversed()) {
            reclaim(posting.destination(), posting.amount().points())
                    .forEach(part -> restore(part.account(), posting.source(), part.points()));
        }
        return this;
    }

    /** Whether nothing was drafted. */
    public boolean isEmpty() {
        return postings.isEmpty();
    }

    /** Writes it into the books. */
    public Transaction record() {
        return books.record(type, cause, when, postings, notes);
    }

    private void receive(CurrencyId currency, String member, Lot lot, Account from) {
        Account debt = Account.owed(currency, member);
        long paid = Math.min(lot.points(), -balance(debt));
        if (paid > 0) {
            post(from, debt, paid);
        }
        if (paid < lot.points()) {
            Account destination = Account.lot(currency, member, lot.expiresAt());
            post(from, destination, lot.points() - paid);
            if (books.hasExpired(destination)) {
                post(destination, Account.expired(currency, books.shard()), lot.points() - paid);
            }
        }
    }

    /** Where points that are taken back come from, now that the member may have spent them. */
    private List<Part> reclaim(Account got, long points) {
        if (!got.kind().isOfMember()) {
            return List.of(new Part(got, points));
        }
        List<Part> parts = new ArrayList<>();
        long left = points;
        if (got.kind() != Account.Kind.OWED) {
            left -= add(parts, got, Math.min(left, balance(got)));
        }
        for (Lot lot : lots(got.currency(), got.owner())) {
            Account account = Account.lot(got.currency(), got.owner(), lot.expiresAt());
            if (!account.equals(got)) {
                left -= add(parts, account, Math.min(left, lot.points()));
            }
        }
        long _ = add(parts, Account.owed(got.currency(), got.owner()), left);
        return parts;
    }

    private record Part(Account account, long points) {}

    private static long add(List<Part> parts, Account account, long points) {
        if (points > 0) {
            parts.add(new Part(account, points));
        }
        return points;
    }

    private void restore(Account from, Account to, long points) {
        if (from.equals(to)) {
            return;
        }
        if (from.kind() == Account.Kind.EXPIRED) {
            // It arrived expired, in the transaction that is taken back: it goes on from its lot to where it came from.
            post(from, to, points);
            return;
        }
        switch (to.kind()) {
            case WALLET -> receive(to.currency(), to.owner(), new Lot(to.expiresAt(), points), from);
            // What was owed and has been paid since comes back as points.
            case OWED -> receive(to.currency(), to.owner(), new Lot(Account.NEVER, points), from);
            case PENDING, HELD, ISSUER, REDEEMED, EXPIRED, ADJUSTED, BUDGET, POT -> post(from, to, points);
        }
    }

    private void post(Account source, Account destination, long points) {
        if (source.kind().isOfMember() && source.kind() != Account.Kind.OWED && balance(source) < points) {
            throw new IllegalStateException(source + " has " + balance(source) + ", which is less than " + points);
        }
        postings.add(new Posting(source, destination, new Amount(points)));
        moved.merge(source, -points, Math::addExact);
        moved.merge(destination, points, Math::addExact);
    }

    private long balance(Account account) {
        return books.balance(account) + moved.getOrDefault(account, 0L);
    }

    private List<Lot> lots(CurrencyId currency, String member) {
        TreeMap<Instant, Long> lots = new TreeMap<>();
        books.accountsOf(currency, member).forEach(account -> addLot(lots, account));
        moved.keySet().stream()
                .filter(account ->
                        account.currency().equals(currency) && account.owner().equals(member))
                .forEach(account -> addLot(lots, account));
        return lots.entrySet().stream()
                .map(lot -> new Lot(lot.getKey(), lot.getValue()))
                .toList();
    }

    private void addLot(Map<Instant, Long> lots, Account account) {
        if (account.kind() == Account.Kind.WALLET && !books.hasExpired(account) && balance(account) > 0) {
            lots.put(account.expiresAt(), balance(account));
        }
    }

    private static List<Lot> soonest(List<Lot> lots, long points) {
        List<Lot> taken = new ArrayList<>();
        long left = points;
        for (Lot lot : lots) {
            long part = Math.min(left, lot.points());
            if (part > 0) {
                taken.add(new Lot(lot.expiresAt(), part));
                left -= part;
            }
        }
        return taken;
    }

    private static void requirePositive(long points) {
        if (points < 1) {
            throw new IllegalArgumentException("points are " + points + ", must be 1 or more");
        }
    }

    private static long total(List<Lot> lots) {
        return lots.stream().mapToLong(Lot::points).sum();
    }
}
