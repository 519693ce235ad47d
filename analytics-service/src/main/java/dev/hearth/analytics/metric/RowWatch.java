package dev.hearth.analytics.metric;

import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.Audience;
import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.activity.PartitionActivity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;

/**
 * Finds the acts that were heard of since it looked last. Rows are only ever added, so it goes on from where it was; a
 * partition that was made anew is looked at from its beginning.
 */
final class RowWatch {
    private final Map<Integer, Seen> seen = new HashMap<>();
    private final Map<String, Extent> extents = new HashMap<>();
    private final Set<String> grown = new HashSet<>();

    /** Adds the days of all new acts. */
    void look(int partition, PartitionActivity activity, Touched touched) {
        Seen before = seen.get(partition);
        Seen now = before != null && before.activity == activity ? before : new Seen(activity);
        seen.put(partition, now);
        Activity only = new Activity(List.of(activity));
        for (String community : activity.communities()) {
            var _ = only.ask(community, all -> {
                int from = now.rows.getOrDefault(community, 0);
                if (from < all.rows().size()) {
                    touch(community, all, from, touched);
                    now.rows.put(community, all.rows().size());
                }
                return true;
            });
        }
    }

    /**
     * To be called after all partitions were looked at: where a community has later days than before, the figures of
     * all its groups that look back reach on to them.
     */
    void reachOn(Activity activity, Touched touched) {
        for (String community : grown) {
            activity.days(community).map(DaySpan::lastEpochDay).ifPresent(last -> {
                Extent extent = Objects.requireNonNull(extents.get(community));
                if (extent.lastDay < last) {
                    RoaringBitmap days = RoaringBitmap.bitmapOfRange(extent.lastDay + 1L, last + 1L);
                    touched.add(community, null, days);
                    extent.groups.forEach(group -> touched.add(community, group, days));
                }
                extent.lastDay = last;
            });
        }
        grown.clear();
    }

    /** All acts of a community are new where others of its members count than before. */
    void watchAudiences(Function<String, Audience> audiences) {
        extents.forEach((community, extent) -> {
            Audience now = audiences.apply(community);
            if (!now.equals(extent.audience)) {
                seen.values().forEach(each -> each.rows.remove(community));
            }
            extent.audience = now;
        });
    }

    /** Forgets where it was, so that all acts are new. */
    void forget() {
        seen.clear();
    }

    private void touch(String community, CommunityActivity all, int from, Touched touched) {
        Map<Integer, RoaringBitmap> byPlace = new HashMap<>();
        all.rows()
                .from(
                        from,
                        row -> byPlace.computeIfAbsent(row.place(), first -> new RoaringBitmap())
                                .add(row.day()));
        grown.add(community);
        Extent extent = extents.computeIfAbsent(community, first -> new Extent());
        byPlace.forEach((place, days) -> {
            touched.add(community, null, days);
            String group = all.place(place).group();
            if (group != null) {
                extent.groups.add(group);
                touched.add(community, group, days);
            }
        });
    }

    /** Which groups a community has, and its last day with data when that was looked at. */
    private static final class Extent {
        private final Set<String> groups = new HashSet<>();
        /** Nothing to reach on from, at first: all acts are new then. */
        private int lastDay = Integer.MAX_VALUE;

        private Audience audience = Audience.EVERYBODY;
    }

    /** How many rows of each community were seen in one partition. */
    private static final class Seen {
        private final PartitionActivity activity;
        private final Map<String, Integer> rows = new HashMap<>();

        Seen(PartitionActivity activity) {
            this.activity = activity;
        }
    }
}
