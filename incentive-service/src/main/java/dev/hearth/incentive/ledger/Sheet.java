package dev.hearth.incentive.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The postings of one draft, over the balances of the books. */
final class Sheet {
    private final Books books;
    private final List<Posting> postings = new ArrayList<>();
    private final Map<Account, Long> moved = new HashMap<>();

    Sheet(Books books) {
        this.books = books;
    }

    List<Posting> postings() {
        return postings;
    }

    /** Gives a member points: first they pay what the member owes; in a lot that has expired they expire at once. */
    void receive(CurrencyId currency, String member, Lot lot, Account from) {
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

    void post(Account source, Account destination, long points) {
        if (source.kind().isOfMember() && source.kind() != Account.Kind.OWED && balance(source) < points) {
            throw new IllegalStateException(source + " has " + balance(source) + ", which is less than " + points);
        }
        postings.add(new Posting(source, destination, new Amount(points)));
        moved.merge(source, -points, Math::addExact);
        moved.merge(destination, points, Math::addExact);
    }

    /** With what was drafted. */
    long balance(Account account) {
        return books.balance(account) + moved.getOrDefault(account, 0L);
    }

    /** What the member can spend, soonest-expiring first. */
    List<Lot> lots(CurrencyId currency, String member) {
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
}
