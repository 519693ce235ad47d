package dev.hearth.incentive.earning.whatif;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The local days whose deeds count.
 *
 * @param from the first
 * @param days how many, 1 to {@value #MAX_DAYS}
 */
record Window(LocalDate from, int days) {
    static final int MAX_DAYS = 366;

    Window {
        if (days < 1 || days > MAX_DAYS) {
            throw new IllegalArgumentException("days is " + days + ", must be 1 to " + MAX_DAYS);
        }
    }

    static Window until(LocalDate last, int days) {
        return new Window(last.minusDays(days - 1L), days);
    }

    LocalDate to() {
        return day(days - 1);
    }

    LocalDate day(int index) {
        return from.plusDays(index);
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to());
    }

    int index(LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, day));
    }
}
