package dev.hearth.incentive.ledger;

/**
 * What a member has of one currency.
 *
 * @param member the member's id
 * @param currency the currency's id
 * @param spendable what can be spent: the lots that have not expired
 * @param held what is reserved
 * @param pending what is not spendable yet
 * @param owed what is owed, as a number of 0 or more
 */
public record Balance(String member, String currency, long spendable, long held, long pending, long owed) {
    /** Spendable points, less what is owed: what the member would be told to have. */
    public long net() {
        return spendable - owed;
    }
}
