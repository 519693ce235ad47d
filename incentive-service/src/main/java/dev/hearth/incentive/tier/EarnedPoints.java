package dev.hearth.incentive.tier;

import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Posting;
import dev.hearth.incentive.ledger.Transaction;
import dev.hearth.incentive.ledger.TransactionType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What recorded transactions say of qualifying points: what rules gave, less what they took and what was cancelled
 * before it counted, whatever became of the points since. Prizes, transfers and corrections by hand do not qualify.
 *
 * @param days points by day of those who earned
 * @param recounted those of whom something was taken back: their days are read from the ledger, which knows when it had
 *     been earned
 */
record EarnedPoints(Map<Holder, Map<Day, Long>> days, Set<Holder> recounted) {
    /** A day on which points of a currency were earned. */
    record Day(String currency, LocalDate date) {}

    static EarnedPoints of(Books books) {
        Map<Holder, Map<Day, Long>> days = new HashMap<>();
        Set<Holder> recounted = new HashSet<>();
        for (Transaction transaction : books.recorded()) {
            if (transaction.type() == TransactionType.REVERSED) {
                recounted.addAll(transaction.holders());
            } else if (qualifies(transaction.type())) {
                add(days, transaction.when().localDate(), transaction.postings());
            }
        }
        return new EarnedPoints(days, recounted);
    }

    private static boolean qualifies(TransactionType type) {
        return type == TransactionType.EARNED || type == TransactionType.CANCELLED;
    }

    private static void add(Map<Holder, Map<Day, Long>> days, LocalDate date, List<Posting> postings) {
        for (Posting posting : postings) {
            boolean gives = !posting.source().kind().isOfMember()
                    && posting.destination().kind().isOfMember();
            // What arrives in a lot whose time is over expires at once: it was earned all the same.
            boolean takes = posting.source().kind().isOfMember()
                    && !posting.destination().kind().isOfMember()
                    && posting.destination().kind() != Account.Kind.EXPIRED;
            if (gives) {
                add(days, posting.destination(), date, posting.amount().points());
            } else if (takes) {
                add(days, posting.source(), date, -posting.amount().points());
            }
        }
    }

    private static void add(Map<Holder, Map<Day, Long>> days, Account account, LocalDate date, long points) {
        CurrencyId currency = account.currency();
        days.computeIfAbsent(new Holder(currency.community(), account.owner()), holder -> new HashMap<>())
                .merge(new Day(currency.currency(), date), points, Math::addExact);
    }

    /** Everybody whom it is about. */
    Set<Holder> holders() {
        Set<Holder> all = new HashSet<>(days.keySet());
        all.addAll(recounted);
        return all;
    }
}
