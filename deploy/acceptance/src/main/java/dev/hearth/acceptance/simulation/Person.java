package dev.hearth.acceptance.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member.
 *
 * @param id such as {@code dawn-runners-00042}
 * @param name an invented handle
 * @param channel where the member came from
 * @param inviter id of who brought the member, if anybody did
 * @param joinedAt when
 * @param lastDay the last day on which the member may act; null: stays
 * @param groups ids of the groups the member is in, 1 to 3; most is done in the first
 * @param tags what operators know
 * @param level 0 to 5
 * @param planted whether operators run the account (托儿)
 * @param habit when and how much
 */
public record Person(
        String id,
        String name,
        String channel,
        @Nullable String inviter,
        Instant joinedAt,
        @Nullable LocalDate lastDay,
        List<String> groups,
        List<String> tags,
        int level,
        boolean planted,
        Habit habit) {
    public Person {
        groups = List.copyOf(groups);
        tags = List.copyOf(tags);
    }

    /** Whether the member may act on that day of the community. */
    boolean isAround(LocalDate day) {
        return lastDay == null || !day.isAfter(lastDay);
    }
}
