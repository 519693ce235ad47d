package dev.hearth.incentive.accrual;

import java.util.List;

/**
 * What a member is paid, and how it came about.
 *
 * @param member who
 * @param points what is paid; negative is a debit, 0 where it was cut to nothing
 * @param share what the member's share of the event's worth is
 * @param multiplied the same after the tier's multiplier
 * @param cuts what was taken from it, in order
 */
public record Credit(String member, long points, long share, long multiplied, List<Cut> cuts) {
    public Credit {
        cuts = List.copyOf(cuts);
    }

    /**
     * What a limit took away.
     *
     * @param by {@code cap/<id>}, {@code rule/<id>} for the rule's own cap, {@code budget/<id>}
     * @param left what it left
     */
    public record Cut(String by, long left) {}

    /** Whether the amount says everything. */
    boolean isPlain() {
        return cuts.isEmpty() && multiplied == share;
    }
}
