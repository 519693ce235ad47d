package dev.hearth.acceptance.bench;

import java.util.Locale;

/**
 * What the quality plan asks for.
 *
 * @param must what must be reached
 * @param want what is aimed at; the better of the two
 */
record Goal(double must, double want) {
    boolean isReachedBy(double measured) {
        return want < must ? measured <= must : measured >= must;
    }

    String text(double measured) {
        return String.format(
                Locale.ROOT,
                "%s (must %s, want %s)",
                isReachedBy(measured) ? "reached" : "MISSED",
                plain(must),
                plain(want));
    }

    private static String plain(double number) {
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%.0f", number)
                : String.format(Locale.ROOT, "%.2f", number);
    }
}
