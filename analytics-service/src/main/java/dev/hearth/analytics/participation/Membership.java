package dev.hearth.analytics.participation;

import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.Rows;
import dev.hearth.analytics.activity.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Who belongs to a community, or to a group of it, at the end of a day: whose last join is not followed by a leave.
 * Last is by local day, then by time; of a join and a leave at the same millisecond the leave is the later. Whoever
 * leaves the community leaves its groups. It goes forward in time only.
 */
final class Membership {
    private final CommunityActivity activity;
    private final Selection joins;
    private final List<Selection> leaves;
    private final int lastDay;
    private final RoaringBitmap members = new RoaringBitmap();
    private int nextDay;

    private Membership(CommunityActivity activity, Selection joins, List<Selection> leaves) {
        this.activity = activity;
        this.joins = joins;
        this.leaves = leaves;
        Optional<DaySpan> span = activity.span(joins);
        for (Selection each : leaves) {
            span = span.map(before -> activity.span(each).map(before::and).orElse(before));
        }
        // Before anybody joined, nobody can leave: the days of leaves alone do not matter.
        this.nextDay = span.map(DaySpan::firstEpochDay).orElse(1);
        this.lastDay = span.map(DaySpan::lastEpochDay).orElse(0);
    }

    /** @param group of the community; null for the community itself */
    static Membership of(CommunityActivity activity, String community, @Nullable String group) {
        Selection left = new Selection(community, null, Set.of("member.left"));
        return group == null
                ? new Membership(activity, new Selection(community, null, Set.of("member.joined")), List.of(left))
                : new Membership(
                        activity,
                        new Selection(community, group, Set.of("member.group-joined")),
                        List.of(left, new Selection(community, group, Set.of("member.group-left"))));
    }

    /** Who belongs to it at the end of the day, which must not be before one asked for before. Not to be changed. */
    RoaringBitmap at(int day) {
        for (; nextDay <= Math.min(day, lastDay); nextDay++) {
            pass(nextDay);
        }
        return members;
    }

    private void pass(int day) {
        DaySpan today = DaySpan.ofEpochDays(day, day);
        RoaringBitmap joined = activity.members(joins, today);
        RoaringBitmap left = new RoaringBitmap();
        leaves.forEach(each -> left.or(activity.members(each, today)));
        RoaringBitmap both = RoaringBitmap.and(joined, left);
        members.or(joined);
        members.andNot(left);
        if (!both.isEmpty()) {
            decide(day, both);
        }
    }

    /** Of those who joined and left on one day, by the times of the facts. */
    private void decide(int day, RoaringBitmap both) {
        boolean[] joining = activity.placesOf(joins);
        List<boolean[]> leaving = new ArrayList<>();
        leaves.forEach(each -> leaving.add(activity.placesOf(each)));
        Map<Integer, Last> last = new HashMap<>();
        activity.rows().within(day, day, (Rows.Row row) -> {
            boolean gone = leaving.stream().anyMatch(places -> places[row.place()]);
            if (both.contains(row.ordinal()) && (gone || joining[row.place()])) {
                var _ = last.merge(row.ordinal(), new Last(row.at(), gone), Last::later);
            }
        });
        last.forEach((ordinal, fact) -> {
            if (!fact.leaves()) {
                members.add(ordinal);
            }
        });
    }

    private record Last(long at, boolean leaves) {
        Last later(Last other) {
            if (at == other.at) {
                return leaves ? this : other;
            }
            return at > other.at ? this : other;
        }
    }
}
