package dev.hearth.analytics.activity;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The share of the members of the last 30 days that came back on a day: DAU / MAU.
 *
 * @param day the day
 * @param dailyActive members active on the day
 * @param activeIn30Days members active on the day or the 29 before
 * @param stickiness {@code dailyActive / activeIn30Days}, 6 decimals; null when nobody was active in the 30 days
 * @param windowComplete whether the 30 days lie wholly between the community's first and last day with data
 */
public record DailyStickiness(
        LocalDate day,
        long dailyActive,
        long activeIn30Days,
        @Nullable BigDecimal stickiness,
        boolean windowComplete) {}
