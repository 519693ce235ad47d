package dev.hearth.analytics.churn;

import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.Audience;
import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.Mask;
import dev.hearth.analytics.activity.Rows;
import dev.hearth.analytics.activity.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * The signs of all members of a community at one time.
 *
 * @param community whose
 * @param audience who of them
 * @param today the community's local day, as days since 1970-01-01
 * @param now milliseconds since 1970
 */
record Churn(String community, Audience audience, int today, long now) {
    private static final int MONTH = 28;
    private static final long DAY = 86_400_000;
    private static final Set<String> ANSWERS = Set.of("answer.posted", "reply.posted");

    /** Of each member who was active in the last 84 days. */
    List<MemberSigns> signs(Activity activity) {
        Set<Long> answered = activity.ask(community, this::answered).stream()
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        return activity.ask(community, partition -> signs(partition, answered)).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** What was answered in the last 28 days and a day: questions are asked before they are answered. */
    private Set<Long> answered(CommunityActivity partition) {
        boolean[] answers = partition.placesOf(new Selection(community, null, ANSWERS));
        Mask mask = partition.mask(audience);
        Set<Long> targets = new HashSet<>();
        partition.rows().within(today - MONTH, today + 1, row -> {
            if (answers[row.place()] && row.target() != Rows.NO_TARGET && mask.has(row.ordinal())) {
                targets.add(row.target());
            }
        });
        return targets;
    }

    private List<MemberSigns> signs(CommunityActivity partition, Set<Long> answered) {
        long[] days = days(partition);
        Map<Integer, int[]> troubles = troubles(partition, answered);
        List<MemberSigns> signs = new ArrayList<>();
        for (int ordinal = 0; ordinal < partition.members(); ordinal++) {
            int silent = Days.last(days, ordinal);
            if (silent < Days.LENGTH) {
                int[] trouble = troubles.getOrDefault(ordinal, new int[3]);
                signs.add(new MemberSigns(
                        partition.member(ordinal),
                        today - silent,
                        silent,
                        Days.usualGap(days, ordinal),
                        Days.count(days, ordinal, 0, MONTH - 1),
                        Days.count(days, ordinal, MONTH, 2 * MONTH - 1),
                        Days.brokenStreak(days, ordinal),
                        trouble[0],
                        trouble[1],
                        trouble[2]));
            }
        }
        return signs;
    }

    private long[] days(CommunityActivity partition) {
        long[] bits = new long[2 * partition.members()];
        IntFunction<@Nullable RoaringBitmap> sets = partition.days(new Selection(community, null, Set.of(), audience));
        for (int ago = 0; ago < Days.LENGTH; ago++) {
            RoaringBitmap acted = sets.apply(today - ago);
            if (acted != null) {
                int same = ago;
                acted.forEach((int ordinal) -> Days.set(bits, ordinal, same));
            }
        }
        return bits;
    }

    /** By ordinal: questions asked, those not answered, groups left. */
    private Map<Integer, int[]> troubles(CommunityActivity partition, Set<Long> answered) {
        boolean[] questions = partition.placesOf(new Selection(community, null, Set.of("question.asked")));
        boolean[] exits = partition.placesOf(new Selection(community, null, Set.of("member.group-left")));
        Map<Integer, int[]> troubles = new HashMap<>();
        partition.rows().within(today - MONTH + 1, today, row -> {
            if (questions[row.place()]) {
                boolean helped = answered.contains(row.id()) || answered.contains(row.target());
                boolean due = helped || row.at() + DAY <= now;
                int[] of = troubles.computeIfAbsent(row.ordinal(), first -> new int[3]);
                of[0] += due ? 1 : 0;
                of[1] += due && !helped ? 1 : 0;
            } else if (exits[row.place()]) {
                troubles.computeIfAbsent(row.ordinal(), first -> new int[3])[2]++;
            }
        });
        return troubles;
    }
}
