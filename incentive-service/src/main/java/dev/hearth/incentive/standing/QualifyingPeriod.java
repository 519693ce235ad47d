package dev.hearth.incentive.standing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;

/**
 * The days whose points decide.
 *
 * @param kind which days
 * @param days how many, 1 to {@value #MAX_DAYS}, for {@link Kind#ROLLING} only
 */
public record QualifyingPeriod(Kind kind, @Nullable Integer days) {
    /** Ten years. */
    public static final int MAX_DAYS = 3_660;

    /** Which days count. */
    public enum Kind {
        /** The calendar year. */
        YEAR,
        /** The calendar quarter. */
        QUARTER,
        /** The calendar month. */
        MONTH,
        /** The last days, today among them. */
        ROLLING,
        /** All days there were: a tier that was reached is never lost. */
        LIFETIME
    }

    public QualifyingPeriod {
        if ((kind == Kind.ROLLING) != (days != null)) {
            throw new IllegalArgumentException("a rolling period has days, no other has");
        }
        if (days != null && (days < 1 || days > MAX_DAYS)) {
            throw new IllegalArgumentException("a rolling period has 1 to " + MAX_DAYS + " days");
        }
    }

    /** Whether it ends for everybody on one day. */
    public boolean followsTheCalendar() {
        return switch (kind) {
            case YEAR, QUARTER, MONTH -> true;
            case ROLLING, LIFETIME -> false;
        };
    }

    /** The most days of grace: fewer than its shortest period, so that one is closed before the next ends. */
    public int maxGrace() {
        return switch (kind) {
            case YEAR, ROLLING -> 364;
            case QUARTER -> 89;
            case MONTH -> 27;
            case LIFETIME -> 0;
        };
    }

    /** The first day that counts on {@code day}. */
    public LocalDate from(LocalDate day) {
        return switch (kind) {
            case YEAR -> day.withDayOfYear(1);
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case MONTH -> day.withDayOfMonth(1);
            case ROLLING -> day.minusDays(rollingDays() - 1L);
            case LIFETIME -> LocalDate.MIN;
        };
    }

    /** The first day of the calendar period after the one of {@code day}. */
    LocalDate next(LocalDate day) {
        return switch (kind) {
            case YEAR -> from(day).plusYears(1);
            case QUARTER -> from(day).plus(1, IsoFields.QUARTER_YEARS);
            case MONTH -> from(day).plus(1, ChronoUnit.MONTHS);
            case ROLLING, LIFETIME -> throw new IllegalStateException("only a calendar period has a next one");
        };
    }

    /** Days of a rolling period. */
    int rollingDays() {
        if (days == null) {
            throw new IllegalStateException("only a rolling period has days");
        }
        return days;
    }
}
