package dev.hearth.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedWindowTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-10, 2026-03-23, 2026-02-24, 2026-03-09",
        "2026-03-01, 2026-03-31, 2026-02-01, 2026-02-28",
        "2026-01-01, 2026-03-31, 2025-10-01, 2025-12-31",
        "2026-03-14, 2026-03-14, 2026-03-13, 2026-03-13",
        "2026-03-01, 2026-03-30, 2026-01-30, 2026-02-28"
    })
    void thePreviousDaysAreAsManyOrWholeMonths(LocalDate from, LocalDate to, LocalDate first, LocalDate last) {
        assertThat(window(from, to).previous().first()).isEqualTo(first);
        assertThat(window(from, to).previous().last()).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-15, 2026-02-23, 2025-02-15, 2025-02-23", "2028-02-29, 2028-03-01, 2027-02-28, 2027-03-01"})
    void theYearBeforeHasTheSameDates(LocalDate from, LocalDate to, LocalDate first, LocalDate last) {
        assertThat(window(from, to).yearBefore().first()).isEqualTo(first);
        assertThat(window(from, to).yearBefore().last()).isEqualTo(last);
    }

    private static NamedWindow window(LocalDate from, LocalDate to) {
        return new NamedWindow("window", from, to, Baseline.PREVIOUS);
    }
}
