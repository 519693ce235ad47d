package dev.hearth.incentive.accrual;

import java.util.List;

/**
 * What a claim is paid.
 *
 * @param claim the event and the rule
 * @param credits who gets or loses how much: at least one
 */
public record Award(Claim claim, List<Credit> credits) {
    public Award {
        credits = List.copyOf(credits);
    }

    /** The sum over all who are paid; debits count negative. */
    public long points() {
        long sum = 0;
        for (Credit credit : credits) {
            sum += credit.points();
        }
        return sum;
    }

    /** Whether the amounts say everything: nothing was multiplied, shared or cut. */
    public boolean isPlain() {
        return credits.size() == 1
                && credits.getFirst().isPlain()
                && credits.getFirst().points() == claim.base();
    }
}
