package dev.hearth.acceptance.truth;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The definitions, followed with plain loops over all events. */
public final class Oracle {
    private final List<Deed> deeds;
    private final Predicate<Deed> earning;
    private final LocalDate first;
    private final LocalDate last;

    public Oracle(Village village) {
        this(village.deeds(), deed -> Village.EARNING.contains(deed.kind()));
    }

    Oracle(List<Deed> deeds, Predicate<Deed> earning) {
        this.deeds = deeds;
        this.earning = earning;
        this.first = deeds.stream().map(Oracle::day).min(LocalDate::compareTo).orElseThrow();
        this.last = deeds.stream().map(Oracle::day).max(LocalDate::compareTo).orElseThrow();
    }

    /** The figures of the whole community and every member's points. */
    public Figures expected() {
        Figures figures = activity(deed -> true);
        addEvents(figures);
        addPoints(figures);
        return figures;
    }

    /** The figures of one group, without numbers of events. */
    public Figures ofGroup(String group) {
        return activity(deed -> group.equals(deed.group()));
    }

    /** The figures of one kind, without numbers of events. */
    public Figures ofKind(String kind) {
        return activity(deed -> kind.equals(deed.kind()));
    }

    private Figures activity(Predicate<Deed> counted) {
        Figures figures = new Figures();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            addDay(figures, day, counted);
        }
        LocalDate monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (; !monday.isAfter(last); monday = monday.plusWeeks(1)) {
            addWeek(figures, monday, counted);
        }
        for (YearMonth month = YearMonth.from(first); !month.atDay(1).isAfter(last); month = month.plusMonths(1)) {
            addMonth(figures, month, counted);
        }
        return figures;
    }

    private void addDay(Figures figures, LocalDate day, Predicate<Deed> counted) {
        long daily = active(day, day, counted);
        long monthly = active(day.minusDays(29), day, counted);
        figures.put(day + " dau", daily);
        figures.put(day + " wau_7d", active(day.minusDays(6), day, counted));
        figures.put(day + " mau_30d", monthly);
        figures.put(day + " stickiness", text(ratio(daily, monthly)));
        figures.put(day + " window_complete", !day.minusDays(29).isBefore(first));
    }

    private void addWeek(Figures figures, LocalDate monday, Predicate<Deed> counted) {
        LocalDate sunday = monday.plusDays(6);
        String name = week(monday);
        figures.put(name + " monday", monday.toString());
        figures.put(name + " wau", active(monday, sunday, counted));
    }

    private static String week(LocalDate monday) {
        return String.format(
                Locale.ROOT,
                "%d-W%02d",
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private void addMonth(Figures figures, YearMonth month, Predicate<Deed> counted) {
        int observed = 0;
        long memberDays = 0;
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            if (!day.isBefore(first) && !day.isAfter(last)) {
                observed++;
                memberDays += active(day, day, counted);
            }
        }
        long members = active(month.atDay(1), month.atEndOfMonth(), counted);
        figures.put(month + " mau", members);
        figures.put(month + " days_observed", observed);
        figures.put(month + " mean_dau", text(ratio(memberDays, observed)));
        figures.put(month + " mean_dau_over_mau", text(ratio(memberDays, observed * members)));
    }

    private void addEvents(Figures figures) {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            figures.put(day + " events", events(day, day));
        }
        LocalDate monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (; !monday.isAfter(last); monday = monday.plusWeeks(1)) {
            figures.put(week(monday) + " events", events(monday, monday.plusDays(6)));
        }
        for (YearMonth month = YearMonth.from(first); !month.atDay(1).isAfter(last); month = month.plusMonths(1)) {
            figures.put(month + " events", events(month.atDay(1), month.atEndOfMonth()));
        }
    }

    private long events(LocalDate from, LocalDate to) {
        long events = 0;
        for (Deed deed : deeds) {
            if (!day(deed).isBefore(from) && !day(deed).isAfter(to)) {
                events++;
            }
        }
        return events;
    }

    private long active(LocalDate from, LocalDate to, Predicate<Deed> counted) {
        Set<String> members = new HashSet<>();
        for (Deed deed : deeds) {
            if (counted.test(deed) && !day(deed).isBefore(from) && !day(deed).isAfter(to)) {
                members.add(deed.member());
            }
        }
        return members.size();
    }

    /** Rules A and B: 2 an event and 5 a day; A caps the former at 20 a day, B both together. */
    private void addPoints(Figures figures) {
        Map<String, Map<LocalDate, Integer>> days = new HashMap<>();
        for (Deed deed : deeds) {
            if (earning.test(deed)) {
                days.computeIfAbsent(deed.member(), member -> new HashMap<>()).merge(day(deed), 1, Integer::sum);
            }
        }
        days.forEach((member, counts) -> {
            long a = 0;
            long b = 0;
            for (int events : counts.values()) {
                a += Math.min(2 * events, 20) + 5;
                b += Math.min(2 * events + 5, 20);
            }
            figures.put("points A of " + member, a);
            figures.put("points B of " + member, b);
        });
    }

    private static LocalDate day(Deed deed) {
        return LocalDate.ofInstant(deed.at(), deed.zone());
    }

    private static @Nullable BigDecimal ratio(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_EVEN);
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "null" : number.stripTrailingZeros().toPlainString();
    }
}
