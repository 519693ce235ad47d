package dev.hearth.analytics.health.pulse;

import dev.hearth.analytics.activity.Audience;
import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.Selection;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Whom to look for in a group.
 *
 * @param group the group
 * @param last the last local day, as days since 1970-01-01
 * @param days how many days up to the last one
 * @param operators whom to look for among those who acted, planted accounts too
 * @param operatorDays on how many days up to the last one
 */
public record Muster(String group, int last, int days, Set<String> operators, int operatorDays) {
    public Muster {
        operators = Set.copyOf(operators);
    }

    GroupCrew of(CommunityActivity partition, String community, Audience audience) {
        IntFunction<@Nullable RoaringBitmap> sets = partition.days(new Selection(community, group, Set.of(), audience));
        RoaringBitmap active = new RoaringBitmap();
        long memberDays = 0;
        for (int day = last - days + 1; day <= last; day++) {
            RoaringBitmap acted = sets.apply(day);
            if (acted != null) {
                active.or(acted);
                memberDays += acted.getLongCardinality();
            }
        }
        return new GroupCrew(active.getLongCardinality(), memberDays, operatorsIn(partition, community));
    }

    private int operatorsIn(CommunityActivity partition, String community) {
        IntFunction<@Nullable RoaringBitmap> sets = partition.days(new Selection(community, group, Set.of()));
        return (int) operators.stream()
                .mapToInt(partition::find)
                .filter(ordinal -> ordinal >= 0)
                .filter(ordinal -> IntStream.rangeClosed(last - operatorDays + 1, last)
                        .anyMatch(day -> acted(sets.apply(day), ordinal)))
                .count();
    }

    private static boolean acted(@Nullable RoaringBitmap day, int ordinal) {
        return day != null && day.contains(ordinal);
    }
}
