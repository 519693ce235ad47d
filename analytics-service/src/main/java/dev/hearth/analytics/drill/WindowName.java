package dev.hearth.analytics.drill;

import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Window;
import dev.hearth.platform.problem.QueryParameter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day, week or month by its name, whose form tells which it is: {@code 2026-03-14}, {@code 2026-W11},
 * {@code 2026-03}.
 *
 * @param period over which members are counted once
 * @param window the named one
 */
public record WindowName(Period period, Window window) {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern WEEK = Pattern.compile("\\d{4}-W\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final int FIRST_YEAR = 1;

    /** Fails with a problem that names the parameter. */
    public static WindowName of(String parameter, @Nullable String name) {
        if (name == null) {
            throw QueryParameter.refused(parameter, "is missing; " + rule());
        }
        if (DAY.matcher(name).matches()) {
            return parsed(parameter, name, Period.DAY, LocalDate::parse);
        }
        if (WEEK.matcher(name).matches()) {
            return parsed(
                    parameter,
                    name,
                    Period.ISO_WEEK,
                    week -> LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE));
        }
        if (MONTH.matcher(name).matches()) {
            return parsed(
                    parameter,
                    name,
                    Period.MONTH,
                    month -> YearMonth.parse(month).atDay(1));
        }
        throw QueryParameter.refused(parameter, rule());
    }

    private static WindowName parsed(
            String parameter, String name, Period period, Function<String, LocalDate> firstDay) {
        try {
            LocalDate day = firstDay.apply(name);
            if (day.getYear() >= FIRST_YEAR) {
                return new WindowName(period, period.of(day));
            }
        } catch (DateTimeException e) {
            // Told below, as for a year out of range.
        }
        throw QueryParameter.refused(parameter, "is \"" + name + "\", which there is not; " + rule());
    }

    private static String rule() {
        return "must be a day, week or month as in 2026-03-14, 2026-W11 or 2026-03";
    }
}
