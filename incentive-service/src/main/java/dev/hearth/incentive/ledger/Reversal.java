package dev.hearth.incentive.ledger;

import java.util.ArrayList;
import java.util.List;

/** Takes a transaction back, posting by posting. */
final class Reversal {
    private final Sheet sheet;

    Reversal(Sheet sheet) {
        this.sheet = sheet;
    }

    void of(Transaction original) {
        for (Posting posting : original.postings().reversed()) {
            reclaim(posting.destination(), posting.amount().points())
                    .forEach(part -> restore(part.account(), posting.source(), part.points()));
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
            left -= add(parts, got, Math.min(left, sheet.balance(got)));
        }
        for (Lot lot : sheet.lots(got.currency(), got.owner())) {
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
            sheet.post(from, to, points);
            return;
        }
        switch (to.kind()) {
            case WALLET -> sheet.receive(to.currency(), to.owner(), new Lot(to.expiresAt(), points), from);
            // What was owed and has been paid since comes back as points.
            case OWED -> sheet.receive(to.currency(), to.owner(), new Lot(Account.NEVER, points), from);
            case PENDING, HELD, ISSUER, REDEEMED, EXPIRED, ADJUSTED, BUDGET, POT -> sheet.post(from, to, points);
        }
    }
}
