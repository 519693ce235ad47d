package dev.hearth.incentive.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A member's whole way through the tiers: a function of what it earned on each day and of the scheme's versions. So the
 * order in which events arrive changes nothing, a late one changes the period that it belongs to, and a period that was
 * missed while nobody looked is closed all the same, in its turn. It goes on into the future as if nothing further were
 * earned.
 */
public final class Timeline {
    private final List<Era> eras;
    private final Function<String, Earnings> earnings;
    private final List<Change> changes;
    private final int first;

    private Timeline(List<Era> eras, Function<String, Earnings> earnings) {
        this.eras = List.copyOf(eras);
        this.earnings = earnings;
        this.first = eras.getFirst().scheme().reached(0);
        this.changes = List.copyOf(new Walk(this.eras, earnings, first).walk());
    }

    /**
     * @param eras in order of their days, 1 or more
     * @param earnings by currency
     */
    public static Timeline of(List<Era> eras, Function<String, Earnings> earnings) {
        return new Timeline(eras, earnings);
    }

    /** Every change of level, in order, the expected ones too. */
    public List<Change> changes() {
        return changes;
    }

    /** Where the member stands on {@code day}. */
    public Standing on(LocalDate day) {
        Change last = null;
        Change next = null;
        for (Change change : changes) {
            if (!change.on().isAfter(day)) {
                last = change;
            } else if (next == null) {
                next = change;
            }
        }
        Era era = eraOn(day);
        QualifyingPeriod period = era.scheme().period();
        LocalDate from = period.from(day);
        long earned = earnings.apply(era.scheme().currency()).sum(from, day);
        int level = last == null ? first : last.level();
        Change review = review(day, next);
        return new Standing(era, level, from, earned, glance(era.scheme(), level, day, review), last, review);
    }

    private Glance glance(Scheme scheme, int level, LocalDate day, @Nullable Change review) {
        QualifyingPeriod period = scheme.period();
        return new Glance(
                day,
                period.followsTheCalendar() ? period.next(day).minusDays(1) : null,
                peak(scheme, day),
                level < scheme.tiers().size() ? scheme.tiers().get(level).threshold() : null,
                review == null ? null : review.on());
    }

    /** Points that were taken may leave a rolling sum, and so raise it, later than they came. */
    private long peak(Scheme scheme, LocalDate day) {
        QualifyingPeriod period = scheme.period();
        Earnings earned = earnings.apply(scheme.currency());
        SortedSet<LocalDate> days = new TreeSet<>(earned.days().tailSet(day, false));
        days.add(day);
        if (period.kind() == QualifyingPeriod.Kind.ROLLING) {
            earned.days()
                    .tailSet(period.from(day), true)
                    .forEach(leaving -> days.add(leaving.plusDays(period.rollingDays())));
        }
        return days.stream()
                .mapToLong(one -> earned.sum(period.from(one), one))
                .max()
                .orElse(0);
    }

    private Era eraOn(LocalDate day) {
        Era found = eras.getFirst();
        for (Era era : eras) {
            if (!era.from().isAfter(day)) {
                found = era;
            }
        }
        return found;
    }

    /** A version that is to come is looked at on its first day, whether or not it changes the level then. */
    private @Nullable Change review(LocalDate day, @Nullable Change next) {
        Optional<LocalDate> coming =
                eras.stream().map(Era::from).filter(from -> from.isAfter(day)).findFirst();
        if (coming.isEmpty() || (next != null && next.on().isBefore(coming.get()))) {
            return next;
        }
        return next != null && next.on().equals(coming.get())
                ? next
                : new Change(coming.get(), on(coming.get()).level(), Change.Why.SCHEME_CHANGED);
    }

    /** Which levels there were. Only days on which something can change are looked at. */
    private static final class Walk {
        private final List<Era> eras;
        private final Function<String, Earnings> earnings;
        private final List<Change> changes = new ArrayList<>();
        private int era;
        private int level;

        /** Since when a rolling sum has been too small for the level. */
        private @Nullable LocalDate shortSince;

        Walk(List<Era> eras, Function<String, Earnings> earnings, int level) {
            this.eras = eras;
            this.earnings = earnings;
            this.level = level;
        }

        List<Change> walk() {
            LocalDate day = earlier(
                    earnings().days().isEmpty() ? null : earnings().days().first(), nextEra());
            while (day != null) {
                live(day);
                day = next(day);
            }
            return changes;
        }

        private void live(LocalDate day) {
            int before = level;
            boolean entered = enter(day);
            close(day);
            roll(day);
            level = Math.max(level, scheme().reached(sum(period().from(day), day)));
            if (level != before) {
                changes.add(new Change(day, level, why(entered, before)));
            }
        }

        private Change.Why why(boolean entered, int before) {
            if (entered) {
                return Change.Why.SCHEME_CHANGED;
            }
            return level > before ? Change.Why.EARNED : Change.Why.NOT_KEPT;
        }

        private boolean enter(LocalDate day) {
            if (!day.equals(nextEra())) {
                return false;
            }
            Scheme before = scheme();
            era++;
            level = scheme().translated(before, level);
            shortSince = null;
            return true;
        }

        /** At the end of a calendar period and its grace: who did not earn enough to keep its tier falls. */
        private void close(LocalDate day) {
            if (period().followsTheCalendar()) {
                LocalDate ended = day.minusDays(scheme().graceDays());
                if (ended.equals(period().from(ended)) && !keeps(day)) {
                    level = scheme().fallen(level, closing(day));
                }
            }
        }

        private boolean keeps(LocalDate closingDay) {
            return scheme().keeps(level, closing(closingDay));
        }

        /** The points of the period that is closed on that day, those of its grace too. */
        private long closing(LocalDate day) {
            return sum(closedFrom(day), day.minusDays(1));
        }

        private LocalDate closedFrom(LocalDate closingDay) {
            return period().from(closingDay.minusDays(scheme().graceDays() + 1L));
        }

        /** A rolling sum that has been too small for all days of grace: the member falls, and they begin anew. */
        private void roll(LocalDate day) {
            if (period().kind() != QualifyingPeriod.Kind.ROLLING) {
                return;
            }
            long points = sum(period().from(day), day);
            if (scheme().keeps(level, points)) {
                shortSince = null;
                return;
            }
            LocalDate since = shortSince == null ? day : shortSince;
            shortSince = since;
            if (!day.isBefore(since.plusDays(scheme().graceDays()))) {
                level = scheme().fallen(level, points);
                shortSince = scheme().keeps(level, points) ? null : day.plusDays(1);
            }
        }

        private @Nullable LocalDate next(LocalDate day) {
            LocalDate next = earlier(earnings().days().higher(day), nextEra());
            return switch (period().kind()) {
                case YEAR, QUARTER, MONTH -> earlier(next, nextFall(day));
                case ROLLING -> earlier(earlier(next, nextExit(day)), deadline());
                case LIFETIME -> next;
            };
        }

        /** The first closing after {@code day} that takes the level away, if it is the same until then. */
        private @Nullable LocalDate nextFall(LocalDate day) {
            LocalDate closingDay = closingAfter(day);
            while (keeps(closingDay)) {
                if (earnings().days().ceiling(closedFrom(closingDay)) == null) {
                    return null;
                }
                closingDay = closingAfter(closingDay);
            }
            return closingDay;
        }

        private LocalDate closingAfter(LocalDate day) {
            int grace = scheme().graceDays();
            return period().next(day.minusDays(grace)).plusDays(grace);
        }

        /** When the next day leaves the rolling sum. */
        private @Nullable LocalDate nextExit(LocalDate day) {
            int days = period().rollingDays();
            LocalDate leaving = earnings().days().higher(day.minusDays(days));
            return leaving == null ? null : leaving.plusDays(days);
        }

        private @Nullable LocalDate deadline() {
            return shortSince == null ? null : shortSince.plusDays(scheme().graceDays());
        }

        private @Nullable LocalDate nextEra() {
            return era + 1 < eras.size() ? eras.get(era + 1).from() : null;
        }

        private Scheme scheme() {
            return eras.get(era).scheme();
        }

        private QualifyingPeriod period() {
            return scheme().period();
        }

        private Earnings earnings() {
            return earnings.apply(scheme().currency());
        }

        private long sum(LocalDate from, LocalDate to) {
            return earnings().sum(from, to);
        }

        private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
            if (one == null) {
                return other;
            }
            return other == null || one.isBefore(other) ? one : other;
        }
    }
}
