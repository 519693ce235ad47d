package dev.hearth.analytics.activity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Over which days members are counted once. */
public enum Period {
    /** One local day. */
    DAY(1),
    /** Monday to Sunday, numbered as in ISO 8601. */
    ISO_WEEK(0),
    /** A calendar month. */
    MONTH(0),
    /** A day and the 6 before it. */
    ROLLING_7_DAYS(7),
    /** A day and the 29 before it. */
    ROLLING_30_DAYS(30);

    private static final DateTimeFormatter MONTH_NAME = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);

    private final int days;

    Period(int days) {
        this.days = days;
    }

    /** How many days the period has, where each day ends one; 0 where periods follow each other without overlap. */
    int days() {
        return days;
    }

    /**
     * The windows of this period: one for each day of {@code asked} that ends one, or every calendar period that has a
     * day of {@code asked}. In order of time.
     */
    public List<Window> windows(DaySpan asked) {
        List<Window> windows = new ArrayList<>();
        for (Window window = around(asked.first()); !startOf(window).isAfter(asked.last()); window = after(window)) {
            windows.add(window);
        }
        return windows;
    }

    /** The window in which {@code day} lies, or which it ends. */
    public Window of(LocalDate day) {
        return around(day);
    }

    /** The first day that {@code count} windows, the last of them that of {@code last}, are asked for with. */
    public LocalDate firstOf(int count, LocalDate last) {
        return switch (this) {
            case DAY, ROLLING_7_DAYS, ROLLING_30_DAYS -> last.minusDays(count - 1L);
            case ISO_WEEK -> around(last).days().first().minusWeeks(count - 1L);
            case MONTH -> around(last).days().first().minusMonths(count - 1L);
        };
    }

    private Window around(LocalDate day) {
        return switch (this) {
            case DAY, ROLLING_7_DAYS, ROLLING_30_DAYS ->
                new Window(day.toString(), new DaySpan(day.minusDays(days - 1L), day));
            case ISO_WEEK -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Window(weekName(monday), new DaySpan(monday, monday.plusDays(6)));
            }
            case MONTH -> {
                YearMonth month = YearMonth.from(day);
                yield new Window(MONTH_NAME.format(month), new DaySpan(month.atDay(1), month.atEndOfMonth()));
            }
        };
    }

    private Window after(Window window) {
        return around(window.days().last().plusDays(1));
    }

    /** The first day that asks for this window. */
    private LocalDate startOf(Window window) {
        return days > 0 ? window.days().last() : window.days().first();
    }

    private static String weekName(LocalDate monday) {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
