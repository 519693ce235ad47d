package dev.hearth.analytics.activity;

/**
 * The days of one period.
 *
 * @param name {@code 2026-03-14} for a day or the rolling days that end on it, {@code 2026-W11}, {@code 2026-03}
 * @param days the days it has
 */
public record Window(String name, DaySpan days) {}
