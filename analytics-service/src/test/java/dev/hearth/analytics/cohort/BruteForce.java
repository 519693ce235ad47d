package dev.hearth.analytics.cohort;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Histories;
import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Selection;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The definitions, word for word, over plain acts and one member at a time: nothing shared with what it judges. */
record BruteForce(Collection<Act> acts) {

    /** The first days of the periods that have a day from {@code from} to {@code to}. */
    static List<LocalDate> starts(Period period, LocalDate from, LocalDate to) {
        SortedSet<LocalDate> starts = new TreeSet<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            starts.add(start(period, day));
        }
        return List.copyOf(starts);
    }

    static LocalDate start(Period period, LocalDate day) {
        return switch (period) {
            case DAY -> day;
            case ISO_WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case ROLLING_7_DAYS, ROLLING_30_DAYS -> throw new IllegalArgumentException(period.name());
        };
    }

    static LocalDate next(Period period, LocalDate start, int periods) {
        return switch (period) {
            case DAY -> start.plusDays(periods);
            case ISO_WEEK -> start.plusWeeks(periods);
            case MONTH -> start.plusMonths(periods);
            case ROLLING_7_DAYS, ROLLING_30_DAYS -> throw new IllegalArgumentException(period.name());
        };
    }

    /** Who stands so in the period that begins on {@code start}. */
    SortedSet<String> members(Selection selection, Period period, LocalDate start, LifecycleState state) {
        LocalDate before = next(period, start, -1);
        return members(member -> {
            SortedSet<LocalDate> periods = periods(selection, period, member);
            boolean acted = periods.contains(start);
            boolean actedBefore = periods.contains(before);
            boolean knew = periods.stream().anyMatch(each -> each.isBefore(start));
            return switch (state) {
                case ACTIVE -> acted;
                case NEW -> acted && periods.first().equals(start);
                case RETURNING -> acted && actedBefore;
                case RESURRECTED -> acted && !actedBefore && !periods.first().equals(start);
                case NEWLY_DORMANT -> actedBefore && !acted;
                case DORMANT -> knew && !acted;
                case KNOWN -> knew || acted;
            };
        });
    }

    SortedSet<String> cohort(RetentionQuestion question, LocalDate start) {
        Selection entry = new Selection(
                question.entry().community(),
                question.entry().group(),
                question.entry().kinds(),
                question.selection().audience());
        return members(member -> {
            SortedSet<LocalDate> periods = periods(entry, question.period(), member);
            return !periods.isEmpty() && periods.first().equals(start);
        });
    }

    SortedSet<String> retained(RetentionQuestion question, LocalDate start, int k) {
        LocalDate then = next(question.period(), start, k);
        SortedSet<String> cohort = cohort(question, start);
        return members(member -> {
            SortedSet<LocalDate> periods = periods(question.selection(), question.period(), member);
            return cohort.contains(member)
                    && switch (question.mode()) {
                        case EXACT -> periods.contains(then);
                        case UNBOUNDED -> periods.stream().anyMatch(each -> !each.isBefore(then));
                    };
        });
    }

    /** The last day on which anybody did anything in the community; null if nobody ever did. */
    @Nullable
    LocalDate lastDay() {
        return acts.stream()
                .filter(act -> act.community().equals(Histories.COMMUNITY)
                        && act.place().activity())
                .map(Act::day)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /** Exactly {@code part / whole} in millionths, ties to even: in whole numbers. */
    static @Nullable String rate(BigInteger part, BigInteger whole) {
        if (whole.signum() == 0) {
            return null;
        }
        BigInteger[] millionths = part.multiply(BigInteger.valueOf(1_000_000)).divideAndRemainder(whole);
        int half = millionths[1].shiftLeft(1).compareTo(whole);
        boolean up = half > 0 || (half == 0 && millionths[0].testBit(0));
        BigInteger rounded = up ? millionths[0].add(BigInteger.ONE) : millionths[0];
        BigInteger[] split = rounded.divideAndRemainder(BigInteger.valueOf(1_000_000));
        return split[0] + "." + String.format("%06d", split[1]);
    }

    private SortedSet<String> members(Predicate<String> who) {
        return acts.stream().map(Act::member).filter(who).collect(Collectors.toCollection(TreeSet::new));
    }

    private SortedSet<LocalDate> periods(Selection selection, Period period, String member) {
        SortedSet<LocalDate> periods = new TreeSet<>();
        for (Act act : new ArrayList<>(acts)) {
            if (act.member().equals(member) && Histories.looksAt(selection, act)) {
                periods.add(start(period, act.day()));
            }
        }
        return periods;
    }
}
