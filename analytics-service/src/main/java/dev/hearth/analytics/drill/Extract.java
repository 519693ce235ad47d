package dev.hearth.analytics.drill;

import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.MemberOrder;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * A part of a list: its first members after a given one, and how many there are in all.
 *
 * @param total members before and after included
 * @param members in order
 */
record Extract(long total, List<String> members) {
    static final Extract NOTHING = new Extract(0, List.of());

    /** The first {@code limit} of {@code set} after the member {@code after}; from the beginning if that is empty. */
    static Extract of(CommunityActivity activity, RoaringBitmap set, String after, int limit) {
        Comparator<String> order = MemberOrder.ASCENDING;
        PriorityQueue<String> first = new PriorityQueue<>(order.reversed());
        set.forEach((int ordinal) -> {
            String member = activity.member(ordinal);
            if (order.compare(member, after) > 0
                    && (first.size() < limit || order.compare(member, first.element()) < 0)) {
                first.add(member);
                if (first.size() > limit) {
                    first.remove();
                }
            }
        });
        return new Extract(
                set.getLongCardinality(), first.stream().sorted(order).toList());
    }

    /** Partitions share no members. */
    Extract plus(Extract other, int limit) {
        return new Extract(
                total + other.total,
                Stream.concat(members.stream(), other.members.stream())
                        .sorted(MemberOrder.ASCENDING)
                        .limit(limit)
                        .toList());
    }
}
