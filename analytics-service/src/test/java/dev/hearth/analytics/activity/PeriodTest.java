package dev.hearth.analytics.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final DaySpan NEW_YEAR = new DaySpan(LocalDate.parse("2020-12-31"), LocalDate.parse("2021-01-04"));

    @Test
    void namesWeeksByTheYearOfTheirThursday() {
        assertThat(names(Period.ISO_WEEK)).containsExactly("2020-W53", "2021-W01");
    }

    @Test
    void givesWholeMonthsForAPartOfThem() {
        assertThat(Period.MONTH.windows(NEW_YEAR))
                .containsExactly(
                        new Window("2020-12", span("2020-12-01", "2020-12-31")),
                        new Window("2021-01", span("2021-01-01", "2021-01-31")));
    }

    @Test
    void endsARollingWindowOnEveryDay() {
        assertThat(Period.ROLLING_7_DAYS.windows(NEW_YEAR))
                .hasSize(5)
                .startsWith(new Window("2020-12-31", span("2020-12-25", "2020-12-31")))
                .endsWith(new Window("2021-01-04", span("2020-12-29", "2021-01-04")));
    }

    @Test
    void findsTheFirstDayOfANumberOfWindows() {
        LocalDate last = LocalDate.parse("2024-03-31");
        for (Period period : Period.values()) {
            DaySpan asked = new DaySpan(period.firstOf(14, last), last);
            assertThat(period.windows(asked)).as(period.name()).hasSize(14);
        }
    }

    @Test
    void aSpanCannotEndBeforeItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> span("2021-01-02", "2021-01-01"));
    }

    private static List<String> names(Period period) {
        return period.windows(NEW_YEAR).stream().map(Window::name).toList();
    }

    private static DaySpan span(String first, String last) {
        return new DaySpan(LocalDate.parse(first), LocalDate.parse(last));
    }
}
