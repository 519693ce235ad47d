package dev.hearth.analytics.streak;

import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Selection;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * The runs of one member.
 *
 * @param current the run that is going on on the last day of the span: that has this day, or the day before, for then
 *     the member may still act; null if there is none
 * @param longest the longest, of equals the earliest
 * @param activeDays days with an act
 */
public record MemberStreak(@Nullable DaySpan current, DaySpan longest, int activeDays) {

    /** Of the days of the {@code span}; whether the member is one of the audience does not matter. */
    static Optional<MemberStreak> of(CommunityActivity activity, Selection selection, String member, DaySpan span) {
        int ordinal = activity.find(member);
        if (ordinal < 0) {
            return Optional.empty();
        }
        IntFunction<@Nullable RoaringBitmap> days = activity.days(selection.ofEverybody());
        return activity.span(selection)
                .filter(acted -> acted.daysShared(span) > 0)
                .flatMap(acted -> of(
                        day -> {
                            RoaringBitmap active = days.apply(day);
                            return active != null && active.contains(ordinal);
                        },
                        Math.max(span.firstEpochDay(), acted.firstEpochDay()),
                        Math.min(span.lastEpochDay(), acted.lastEpochDay()),
                        span.lastEpochDay()));
    }

    private static Optional<MemberStreak> of(ActiveOn active, int first, int last, int today) {
        int activeDays = 0;
        int running = 0;
        int latest = first;
        int longest = 0;
        int end = first;
        for (int day = first; day <= last; day++) {
            if (!active.on(day)) {
                continue;
            }
            activeDays++;
            running = activeDays > 1 && latest == day - 1 ? running + 1 : 1;
            latest = day;
            if (running > longest) {
                longest = running;
                end = day;
            }
        }
        if (activeDays == 0) {
            return Optional.empty();
        }
        DaySpan current = latest >= today - 1 ? DaySpan.ofEpochDays(latest - running + 1, latest) : null;
        return Optional.of(new MemberStreak(current, DaySpan.ofEpochDays(end - longest + 1, end), activeDays));
    }

    @FunctionalInterface
    private interface ActiveOn {
        boolean on(int epochDay);
    }
}
