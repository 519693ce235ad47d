package dev.hearth.analytics.activity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The share of a month's members that were active on its average day: mean DAU / MAU.
 *
 * @param month the calendar month
 * @param activeMembers members active in the month
 * @param daysObserved days of the month from the community's first to its last day with data
 * @param meanDailyActive mean of the daily active members over the days observed, 6 decimals; null when none was
 * @param stickiness {@code meanDailyActive / activeMembers}, from the unrounded mean, 6 decimals; null when nobody was
 *     active in the month
 * @param windowComplete whether every day of the month was observed
 */
public record MonthlyStickiness(
        Window month,
        long activeMembers,
        int daysObserved,
        @Nullable BigDecimal meanDailyActive,
        @Nullable BigDecimal stickiness,
        boolean windowComplete) {}
