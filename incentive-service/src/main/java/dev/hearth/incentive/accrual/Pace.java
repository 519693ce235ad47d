package dev.hearth.incentive.accrual;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often and on which occasion a rule pays who acts. What it decides depends on what came before, so on the order in
 * which events arrive: it is meant to (see {@link CapOrder#reasons}).
 *
 * @param coolDown from an event that was paid to the next that is, at least, by their own times; an event that occurred
 *     before the last paid one, and comes late, is not paid. Null is none
 * @param occasion which of the events that the rule answers; null is each
 */
public record Pace(@Nullable Duration coolDown, @Nullable Occasion occasion) {
    /** Each event, at once. */
    public static final Pace FREE = new Pace(null, null);

    public Pace {
        if (coolDown != null && (coolDown.isNegative() || coolDown.isZero())) {
            throw new IllegalArgumentException("a cool-down is longer than nothing: " + coolDown);
        }
    }

    /** Whether anything must be remembered. */
    boolean remembers() {
        return coolDown != null || occasion != null;
    }

    /** Whether the event is one to be paid, {@code now} that it is counted. */
    boolean allows(Occurrence occurrence, Progress before, Progress now) {
        return isCool(occurrence, before) && isOccasion(occurrence, before, now);
    }

    private boolean isCool(Occurrence occurrence, Progress before) {
        return coolDown == null
                || before.paidAt() == null
                || !occurrence.occurredAt().isBefore(before.paidAt().plus(coolDown));
    }

    private boolean isOccasion(Occurrence occurrence, Progress before, Progress now) {
        return switch (occasion) {
            case null -> true;
            case Nth(int number, boolean every) -> every ? now.matches() % number == 0 : now.matches() == number;
            case Streak(int days, int grace) ->
                !before.days().contains(occurrence.localDate())
                        && now.streak(occurrence.localDate(), grace) % days == 0;
        };
    }

    /** Which event of a row. */
    public sealed interface Occasion {}

    /**
     * By number, as they arrive.
     *
     * @param number 1 or more; 1, not every, is the first time
     * @param every whether every such multiple is paid, or only the first
     */
    public record Nth(int number, boolean every) implements Occasion {
        public Nth {
            requirePositive(number);
        }
    }

    /**
     * Days in a row with an event: the first event of a local day by which the row that ends with this day is
     * {@code days} long, or a multiple of it. Days after it that are there already earn nothing by an event that comes
     * late and joins rows.
     *
     * @param days 2 or more
     * @param grace days without an event between two of the row, at most; they do not count
     */
    public record Streak(int days, int grace) implements Occasion {
        public Streak {
            requirePositive(days);
            if (grace < 0 || (long) days * (grace + 1L) > Progress.MAX_DAYS) {
                throw new IllegalArgumentException("a row of " + days + " days with a grace of " + grace);
            }
        }
    }

    private static void requirePositive(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("must be 1 or more: " + number);
        }
    }
}
