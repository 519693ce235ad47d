package dev.hearth.analytics.segment;

import dev.hearth.analytics.activity.Positions;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a stretch of the topics added, as a chain names it.
 *
 * @param id begins with the chain's; never used twice for different content
 * @param from how far the topics were applied before it
 * @param to how far they are with it
 * @param level how often it was merged: 0 as it was written first
 * @param parts how many documents it was split into, 1 or more
 */
record Segment(String id, Positions from, Positions to, int level, int parts) {
    Segment {
        if (!to.reach(from) || level < 0 || parts < 1) {
            throw new IllegalArgumentException(
                    "not a segment: " + from + " to " + to + ", level " + level + ", " + parts + " parts");
        }
    }

    List<String> partIds() {
        return IntStream.range(0, parts).mapToObj(part -> partId(id, part)).toList();
    }

    static String partId(String id, int part) {
        return id + "/" + part;
    }
}
