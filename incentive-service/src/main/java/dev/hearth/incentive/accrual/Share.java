package dev.hearth.incentive.accrual;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A part of what an event is worth, and who gets it.
 *
 * @param to who
 * @param percent 1 to 100
 */
public record Share(Beneficiary to, int percent) {
    /** All for who did it. */
    public static final List<Share> ALL_FOR_THE_ACTOR = List.of(new Share(Beneficiary.ACTOR, 100));

    public Share {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("a share is 1 to 100 percent, not " + percent);
        }
    }

    /** Who can get a share. */
    public enum Beneficiary {
        /** Who did it. */
        ACTOR,
        /** The member it was done to. */
        TARGET,
        /** Who owns the group it was done in. */
        OWNER;

        /** The member, or null where there is none: then nobody gets the share. */
        @Nullable
        String of(Occurrence occurrence) {
            return switch (this) {
                case ACTOR -> occurrence.member();
                case TARGET -> occurrence.place().target();
                case OWNER -> occurrence.place().owner();
            };
        }
    }

    /**
     * The parts of an amount, in the order of the shares; their sum is the amount, to the point. What rounding down
     * leaves goes to those that lost most by it, the earlier first (largest remainder).
     */
    static long[] split(long amount, List<Share> shares) {
        long size = Math.abs(amount);
        long[] parts =
                shares.stream().mapToLong(share -> size * share.percent() / 100).toArray();
        long left =
                size - IntStream.range(0, parts.length).mapToLong(i -> parts[i]).sum();
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> -(size * shares.get(i).percent() % 100)))
                .limit(left)
                .forEach(i -> parts[i]++);
        if (amount < 0) {
            for (int i = 0; i < parts.length; i++) {
                parts[i] = -parts[i];
            }
        }
        return parts;
    }
}
