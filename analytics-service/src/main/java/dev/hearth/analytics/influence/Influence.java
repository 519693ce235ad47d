package dev.hearth.analytics.influence;

import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Mask;
import dev.hearth.analytics.activity.Rows;
import dev.hearth.analytics.activity.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/**
 * Love, reach and gravity of members, after the Orbit model (orbit-love/orbit-model on GitHub): love is how much a
 * member does for the community, reach how many it moves, and gravity = love × reach. The model leaves open how the two
 * are measured; here
 *
 * <pre>
 * love  = Σ weight of the act's kind · 2^(−days from the act to the last day / 28)
 * reach = how many other members responded to what the member made: its acts, and the topics, contents and
 *         questions that they brought
 * </pre>
 *
 * Half-life and what is a response are conventions of ours. Sums are of whole 2^−20ths, so that no order of arrival
 * changes them.
 *
 * @param selection whose acts make love, and whose responses count; the group is where these happened, the kinds narrow
 *     love only
 * @param days the days of these acts; what was made before them can be responded to as well
 * @param weights by kind; other kinds weigh nothing
 */
record Influence(Selection selection, DaySpan days, Map<String, Long> weights) {
    static final int HALF_LIFE_DAYS = 28;
    /** What is done to the work of another; its target is that work. */
    static final Set<String> RESPONSES = Set.of(
            "reply.posted",
            "reaction.added",
            "comment.posted",
            "content.shared",
            "content.saved",
            "answer.posted",
            "vote.cast");
    /** What brings its target into being. */
    static final Set<String> MAKING = Set.of("topic.started", "content.published", "question.asked");

    private static final double UNIT = 1 << 20;

    Influence {
        weights = Map.copyOf(weights);
    }

    /** All who did what weighs or were responded to, the greatest gravity first, then love, then by id. */
    List<MemberInfluence> members(Activity activity) {
        List<Map<Long, RoaringBitmap>> responders = activity.ask(selection.community(), this::responders);
        return activity.ask(selection.community(), partition -> members(partition, responders)).stream()
                .flatMap(List::stream)
                .sorted(MemberInfluence.GREATEST_FIRST)
                .toList();
    }

    /** By what was responded to, the members of the partition who did. Who made it is not among them. */
    private Map<Long, RoaringBitmap> responders(CommunityActivity partition) {
        boolean[] responses = partition.placesOf(selection.withKinds(RESPONSES));
        Mask mask = partition.mask(selection.audience());
        Map<Long, RoaringBitmap> byTarget = new HashMap<>();
        partition.rows().within(days.firstEpochDay(), days.lastEpochDay(), row -> {
            if (responses[row.place()] && row.target() != Rows.NO_TARGET && mask.has(row.ordinal())) {
                byTarget.computeIfAbsent(row.target(), first -> new RoaringBitmap())
                        .add(row.ordinal());
            }
        });
        works(partition, (maker, work) -> {
            RoaringBitmap found = byTarget.get(work);
            if (found != null) {
                found.remove(maker);
            }
        });
        return byTarget;
    }

    private List<MemberInfluence> members(CommunityActivity partition, List<Map<Long, RoaringBitmap>> responders) {
        long[] love = love(partition);
        int[] reach = reach(partition, responders);
        Mask mask = partition.mask(selection.audience());
        List<MemberInfluence> found = new ArrayList<>();
        for (int ordinal = 0; ordinal < love.length; ordinal++) {
            if (mask.has(ordinal) && (love[ordinal] > 0 || reach[ordinal] > 0)) {
                found.add(new MemberInfluence(partition.member(ordinal), love[ordinal] / UNIT, reach[ordinal]));
            }
        }
        return found;
    }

    /** By ordinal, in 2^−20ths. */
    private long[] love(CommunityActivity partition) {
        boolean[] counted = partition.placesOf(selection);
        long[] weight = new long[counted.length];
        for (int place = 0; place < weight.length; place++) {
            weight[place] =
                    counted[place] ? weights.getOrDefault(partition.place(place).kind(), 0L) : 0;
        }
        long[] love = new long[partition.members()];
        partition.rows().within(days.firstEpochDay(), days.lastEpochDay(), row -> {
            if (weight[row.place()] > 0) {
                love[row.ordinal()] += weight[row.place()] * share(days.lastEpochDay() - row.day());
            }
        });
        return love;
    }

    /** What is left of a weight after so many days, in 2^−20ths. */
    static long share(int age) {
        return Math.round(UNIT * Math.pow(2, -(double) age / HALF_LIFE_DAYS));
    }

    /** By ordinal. Partitions share no members, so those reached in each add up. */
    private static int[] reach(CommunityActivity partition, List<Map<Long, RoaringBitmap>> responders) {
        int[] reach = new int[partition.members()];
        for (Map<Long, RoaringBitmap> ofPartition : responders) {
            Map<Integer, RoaringBitmap> reached = new HashMap<>();
            works(partition, (maker, work) -> {
                RoaringBitmap found = ofPartition.get(work);
                if (found != null) {
                    reached.computeIfAbsent(maker, first -> new RoaringBitmap()).or(found);
                }
            });
            reached.forEach((maker, members) -> reach[maker] += members.getCardinality());
        }
        return reach;
    }

    private static void works(CommunityActivity partition, Works visitor) {
        int places = partition.places();
        boolean[] acts = new boolean[places];
        boolean[] making = new boolean[places];
        for (int place = 0; place < places; place++) {
            acts[place] = partition.place(place).activity();
            making[place] = MAKING.contains(partition.place(place).kind());
        }
        partition.rows().from(0, row -> {
            if (acts[row.place()]) {
                visitor.accept(row.ordinal(), row.id());
            }
            if (making[row.place()] && row.target() != Rows.NO_TARGET) {
                visitor.accept(row.ordinal(), row.target());
            }
        });
    }

    /** Takes who made something and the hash of its id. */
    @FunctionalInterface
    private interface Works {
        void accept(int maker, long work);
    }
}
