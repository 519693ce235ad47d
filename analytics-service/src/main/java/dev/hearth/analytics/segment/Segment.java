package dev.hearth.analytics.segment;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a stretch of the topic added, as a chain names it.
 *
 * @param id begins with the partition; never used twice for different content
 * @param from the offset of the first record
 * @param to the offset after the last record
 * @param level how often it was merged: 0 as it was written first
 * @param parts how many documents it was split into, 1 or more
 */
record Segment(String id, long from, long to, int level, int parts) {
    Segment {
        if (from < 0 || to <= from || level < 0 || parts < 1) {
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
