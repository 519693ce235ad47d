package dev.hearth.incentive.accrual;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How far a member has come with a rule that has a {@link Pace}.
 *
 * @param matches how many events the rule answered, paid or not
 * @param paidAt the time of the latest event that was paid
 * @param days the last {@value #MAX_DAYS} local days with such an event
 */
public record Progress(long matches, @Nullable Instant paidAt, NavigableSet<LocalDate> days) {
    /** The days remembered, at most; a row that needs more cannot be asked for. */
    public static final int MAX_DAYS = 400;

    public static final Progress NONE = new Progress(0, null, Collections.emptyNavigableSet());

    public Progress {
        days = Collections.unmodifiableNavigableSet(new TreeSet<>(days));
    }

    Progress counting(LocalDate day) {
        if (days.contains(day)) {
            return new Progress(matches + 1, paidAt, days);
        }
        TreeSet<LocalDate> more = new TreeSet<>(days);
        more.add(day);
        if (more.size() > MAX_DAYS) {
            more.removeFirst();
        }
        return new Progress(matches + 1, paidAt, more);
    }

    Progress paying(Instant at) {
        return new Progress(matches, paidAt == null || at.isAfter(paidAt) ? at : paidAt, days);
    }

    /** How many days the row has that ends with {@code last}; 0 if that is none of the days. */
    long streak(LocalDate last, int grace) {
        long length = days.contains(last) ? 1 : 0;
        LocalDate day = last;
        for (LocalDate before : days.headSet(last, false).descendingSet()) {
            if (before.until(day, ChronoUnit.DAYS) > grace + 1L) {
                break;
            }
            length++;
            day = before;
        }
        return length;
    }
}
