package dev.hearth.incentive.ledger;

/**
 * What a transaction changed of a member's points in one currency.
 *
 * @param spendable what can be spent
 * @param held what is reserved
 * @param pending what is not spendable yet
 * @param owed what is owed; more is positive
 */
public record Change(long spendable, long held, long pending, long owed) {
    /** Nothing. */
    public static final Change NONE = new Change(0, 0, 0, 0);

    /** What the member is better off by. */
    public long net() {
        return spendable + held + pending - owed;
    }

    Change plus(Account.Kind kind, long points) {
        return switch (kind) {
            case WALLET -> new Change(Math.addExact(spendable, points), held, pending, owed);
            case HELD -> new Change(spendable, Math.addExact(held, points), pending, owed);
            case PENDING -> new Change(spendable, held, Math.addExact(pending, points), owed);
            case OWED -> new Change(spendable, held, pending, Math.subtractExact(owed, points));
            case ISSUER, REDEEMED, EXPIRED, ADJUSTED, BUDGET, POT -> this;
        };
    }
}
