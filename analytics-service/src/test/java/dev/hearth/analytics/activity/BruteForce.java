package dev.hearth.analytics.activity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The definitions, word for word, over plain acts: slow, and nothing shared with what it judges. */
record BruteForce(Collection<Act> acts, String community) {

    List<String> activeMembers(@Nullable String group, Set<String> kinds, Period period, LocalDate from, LocalDate to) {
        TreeSet<LocalDate> starts = new TreeSet<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            starts.add(
                    switch (period) {
                        case DAY -> day;
                        case ISO_WEEK -> day.minusDays(day.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue());
                        case MONTH -> day.withDayOfMonth(1);
                        case ROLLING_7_DAYS -> day.minusDays(6);
                        case ROLLING_30_DAYS -> day.minusDays(29);
                    });
        }
        return starts.stream()
                .map(start -> {
                    LocalDate end = switch (period) {
                        case DAY -> start;
                        case ISO_WEEK, ROLLING_7_DAYS -> start.plusDays(6);
                        case MONTH -> YearMonth.from(start).atEndOfMonth();
                        case ROLLING_30_DAYS -> start.plusDays(29);
                    };
                    return start + ".." + end + "=" + distinct(group, kinds, start, end) + complete(start, end);
                })
                .toList();
    }

    String stickinessOf(LocalDate day, @Nullable String group, Set<String> kinds) {
        long daily = distinct(group, kinds, day, day);
        long monthly = distinct(group, kinds, day.minusDays(29), day);
        return day + "=" + daily + "/" + monthly + "=" + ratio(daily, monthly) + complete(day.minusDays(29), day);
    }

    String stickinessOf(YearMonth month, @Nullable String group, Set<String> kinds) {
        LocalDate start = month.atDay(1);
        LocalDate end = month.atEndOfMonth();
        long members = distinct(group, kinds, start, end);
        List<LocalDate> observed = start.datesUntil(end.plusDays(1))
                .filter(day -> !days().isEmpty() && !day.isBefore(days().first()) && !day.isAfter(days().last()))
                .toList();
        long memberDays = observed.stream()
                .flatMapToLong(day -> LongStream.of(distinct(group, kinds, day, day)))
                .sum();
        return month + "=" + members + "," + observed.size() + "," + ratio(memberDays, observed.size()) + ","
                + ratio(memberDays, observed.size() * members) + complete(start, end);
    }

    private long distinct(@Nullable String group, Set<String> kinds, LocalDate start, LocalDate end) {
        Predicate<Act> counts = act -> act.community().equals(community)
                && (group == null || group.equals(act.place().group()))
                && (kinds.isEmpty() || kinds.contains(act.place().kind()))
                && ChronoUnit.DAYS.between(start, act.day()) >= 0
                && ChronoUnit.DAYS.between(act.day(), end) >= 0;
        return acts.stream().filter(counts).map(Act::member).distinct().count();
    }

    private String complete(LocalDate start, LocalDate end) {
        boolean complete = !days().isEmpty() && !start.isBefore(days().first()) && !end.isAfter(days().last());
        return complete ? "" : " cut";
    }

    private TreeSet<LocalDate> days() {
        return acts.stream()
                .filter(act -> act.community().equals(community))
                .map(Act::day)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static @Nullable BigDecimal ratio(long part, long whole) {
        return whole == 0 ? null : new BigDecimal(part).divide(new BigDecimal(whole), 6, RoundingMode.HALF_EVEN);
    }
}
