package dev.hearth.incentive.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The model: lives every single day, with plain sums over plain maps. Periods are told by the fields of the date. */
final class DayByDay {
    private final List<Era> eras;
    private final Map<String, Map<LocalDate, Long>> earned;
    private int level;
    private int shortDays;

    DayByDay(List<Era> eras, Map<String, Map<LocalDate, Long>> earned) {
        this.eras = eras;
        this.earned = earned;
    }

    NavigableMap<LocalDate, Integer> levels(LocalDate first, LocalDate last) {
        NavigableMap<LocalDate, Integer> levels = new TreeMap<>();
        level = best(scheme(first.minusDays(1)), 0);
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            live(day);
            levels.put(day, level);
        }
        return levels;
    }

    private void live(LocalDate day) {
        Scheme scheme = scheme(day);
        if (era(day).version() != era(day.minusDays(1)).version()) {
            level = carried(scheme(day.minusDays(1)), scheme);
            shortDays = 0;
        }
        LocalDate ended = day.minusDays(scheme.graceDays() + 1L);
        if (!label(scheme, ended).equals(label(scheme, ended.plusDays(1)))) {
            long points = 0;
            for (LocalDate one = ended; label(scheme, one).equals(label(scheme, ended)); one = one.minusDays(1)) {
                points += on(scheme, one);
            }
            for (LocalDate one = ended.plusDays(1); one.isBefore(day); one = one.plusDays(1)) {
                points += on(scheme, one);
            }
            fall(scheme, points);
        }
        long now = 0;
        if (scheme.period().kind() == QualifyingPeriod.Kind.ROLLING) {
            for (int back = 0; back < scheme.period().rollingDays(); back++) {
                now += on(scheme, day.minusDays(back));
            }
            shortDays = isShort(scheme, now) ? shortDays + 1 : 0;
            if (shortDays > scheme.graceDays()) {
                fall(scheme, now);
                shortDays = 0;
            }
        } else {
            for (Map.Entry<LocalDate, Long> one :
                    earned.getOrDefault(scheme.currency(), Map.of()).entrySet()) {
                boolean counts = !one.getKey().isAfter(day)
                        && label(scheme, one.getKey()).equals(label(scheme, day));
                now += counts ? one.getValue() : 0;
            }
        }
        level = Math.max(level, best(scheme, now));
    }

    private void fall(Scheme scheme, long points) {
        if (isShort(scheme, points)) {
            level = scheme.downgrade() == Downgrade.TO_EARNED
                    ? best(scheme, points)
                    : Math.max(best(scheme, points), level - 1);
        }
    }

    private boolean isShort(Scheme scheme, long points) {
        return level > 0 && Math.max(points, 0) < scheme.tiers().get(level - 1).keep();
    }

    private int carried(Scheme before, Scheme scheme) {
        for (int old = level; old > 0; old--) {
            String id = before.tiers().get(old - 1).id();
            for (int at = 0; at < scheme.tiers().size(); at++) {
                if (scheme.tiers().get(at).id().equals(id)) {
                    return at + 1;
                }
            }
        }
        return 0;
    }

    private static int best(Scheme scheme, long points) {
        int best = 0;
        for (int at = 0; at < scheme.tiers().size(); at++) {
            best = scheme.tiers().get(at).threshold() <= Math.max(points, 0) ? at + 1 : best;
        }
        return best;
    }

    private static String label(Scheme scheme, LocalDate day) {
        return switch (scheme.period().kind()) {
            case YEAR -> "" + day.getYear();
            case QUARTER -> day.getYear() + "Q" + (day.getMonthValue() - 1) / 3;
            case MONTH -> day.getYear() + "-" + day.getMonthValue();
            case ROLLING, LIFETIME -> "always";
        };
    }

    private long on(Scheme scheme, LocalDate day) {
        return earned.getOrDefault(scheme.currency(), Map.of()).getOrDefault(day, 0L);
    }

    private Scheme scheme(LocalDate day) {
        return era(day).scheme();
    }

    private Era era(LocalDate day) {
        Era found = eras.getFirst();
        for (Era era : eras) {
            found = era.from().isAfter(day) ? found : era;
        }
        return found;
    }
}
