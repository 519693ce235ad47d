package dev.hearth.analytics.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** On which local days something was heard of, by community and group, since it was last computed. In order of need. */
final class Touched {
    /** Days that far apart are not computed together. */
    private static final int GAP = 40;
    /** As many days as figures are made of at once. */
    private static final int LONGEST = 1000;

    private final Map<Part, RoaringBitmap> days = new LinkedHashMap<>();

    void add(String community, @Nullable String group, RoaringBitmap touched) {
        days.computeIfAbsent(new Part(community, group), first -> new RoaringBitmap())
                .or(touched);
    }

    /** Takes the next community or group out. */
    Optional<Map.Entry<Part, RoaringBitmap>> next() {
        var first = days.entrySet().stream().findFirst().map(each -> Map.entry(each.getKey(), each.getValue()));
        first.ifPresent(each -> days.remove(each.getKey()));
        return first;
    }

    boolean isEmpty() {
        return days.isEmpty();
    }

    /** Days as spans of such as lie near each other: first and last epoch day. */
    static List<int[]> spans(RoaringBitmap days) {
        List<int[]> spans = new ArrayList<>();
        for (PrimitiveIterator.OfInt each = days.stream().iterator(); each.hasNext(); ) {
            int day = each.nextInt();
            if (spans.isEmpty() || day > spans.getLast()[1] + GAP || day >= spans.getLast()[0] + LONGEST) {
                spans.add(new int[] {day, day});
            } else {
                spans.getLast()[1] = day;
            }
        }
        return spans;
    }

    /**
     * A part of a community that figures are made of.
     *
     * @param community its id
     * @param group the group, or null for the whole community
     */
    record Part(String community, @Nullable String group) {}
}
