package dev.hearth.acceptance.simulation;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * When somebody is used to act.
 *
 * @param rhythm on which days
 * @param phase moves rhythms of several days against each other
 * @param zeal the chance to act on a day of the rhythm, 0 to 1
 * @param hour the hour of the day that is preferred, 0 to 23
 * @param talk how many deeds a visit has, 1 or more
 */
record Habit(Rhythm rhythm, int phase, double zeal, int hour, double talk) {
    /** On which days. */
    enum Rhythm {
        DAILY,
        WORKDAYS,
        WEEKENDS,
        EVERY_THIRD_DAY,
        WEEKLY
    }

    /** How likely the member acts on that day if nothing else has a say, 0 to 1. */
    double chance(LocalDate day) {
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        long turn = day.toEpochDay() + phase;
        return zeal
                * switch (rhythm) {
                    case DAILY -> weekend ? 0.9 : 1;
                    case WORKDAYS -> weekend ? 0.1 : 1;
                    case WEEKENDS -> weekend ? 1 : 0.1;
                    case EVERY_THIRD_DAY -> turn % 3 == 0 ? 1 : 0.05;
                    case WEEKLY -> turn % 7 == 0 ? 1 : 0.03;
                };
    }
}
