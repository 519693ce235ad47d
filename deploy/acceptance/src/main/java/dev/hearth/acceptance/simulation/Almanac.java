package dev.hearth.acceptance.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** What happens when: seasons, the festival, surveys, and the spells in which groups are out of their way. */
final class Almanac {
    private static final Duration COLD_BEFORE = Duration.ofHours(60);
    private static final Duration COLD_AFTER = Duration.ofDays(5);
    private static final Duration FLOOD_BEFORE = Duration.ofHours(2);
    private static final Duration FLOOD_AFTER = Duration.ofHours(4);
    private static final int SURVEY_EVERY = 30;
    private static final int FIRST_SURVEY = 20;
    private static final long COLD_WEEK = 11;
    private static final long FLOOD_DAY = 12;

    private final long seed;
    private final Instant opening;
    private final ZoneId zone;
    private final LocalDate firstDay;
    private final LocalDate openingDay;

    Almanac(long seed, Instant opening, ZoneId zone, int days) {
        this.seed = seed;
        this.opening = opening;
        this.zone = zone;
        this.openingDay = LocalDate.ofInstant(opening, zone);
        this.firstDay = openingDay.minusDays(days);
    }

    ZoneId zone() {
        return zone;
    }

    Instant opening() {
        return opening;
    }

    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate openingDay() {
        return openingDay;
    }

    Festival festival() {
        return new Festival(openingDay.minusDays(10), openingDay.minusDays(8));
    }

    /** How much livelier than usual a day is: a slow wave over the year, and the festival. */
    double season(LocalDate day) {
        double wave = 1 + 0.12 * Math.sin(2 * Math.PI * (day.getDayOfYear() - 60) / 365.25);
        return festival().has(day) ? wave * 1.6 : wave;
    }

    /** Whether members are asked that day whether they would recommend the community. */
    boolean isSurveyDay(LocalDate day) {
        long since = day.toEpochDay() - firstDay.toEpochDay();
        return since >= 0 && since % SURVEY_EVERY == FIRST_SURVEY;
    }

    /** Whether the group is silent then; after the opening one group of each community falls silent every week. */
    boolean isSilent(int number, int groups, Mood mood, Instant at) {
        if (mood == Mood.COLD && isBetween(at, opening.minus(COLD_BEFORE), opening.plus(COLD_AFTER))) {
            return true;
        }
        if (at.isBefore(opening.plus(COLD_AFTER))) {
            return false;
        }
        long day = LocalDate.ofInstant(at, zone).toEpochDay();
        return Math.floorMod(day, 7) < 3
                && Chance.of(seed, COLD_WEEK, Math.floorDiv(day, 7)).below(groups) == number;
    }

    /** Whether the group is flooded in the hour that begins then; later on one of each community every evening. */
    boolean isFlooded(int number, int groups, Mood mood, Instant hour) {
        if (mood == Mood.FLOODED && isBetween(hour, opening.minus(FLOOD_BEFORE), opening.plus(FLOOD_AFTER))) {
            return true;
        }
        LocalTime time = LocalTime.ofInstant(hour, zone);
        return hour.isAfter(opening.plus(Duration.ofDays(1)))
                && (time.getHour() == 20 || time.getHour() == 21)
                && Chance.of(seed, FLOOD_DAY, LocalDate.ofInstant(hour, zone).toEpochDay())
                                .below(groups)
                        == number;
    }

    private static boolean isBetween(Instant at, Instant from, Instant until) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
