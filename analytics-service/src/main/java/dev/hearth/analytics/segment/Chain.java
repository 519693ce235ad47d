package dev.hearth.analytics.segment;

import dev.hearth.analytics.activity.Positions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which segments make up a partition, and how far they go. Each change makes a new version.
 *
 * @param id which partition of which generation
 * @param owner who may change it: a name made anew whenever an instance takes the partition
 * @param version how often it was changed
 * @param positions from where the topics have to be read on
 * @param segments in the order of their offsets, without overlap; between them nothing was added
 */
record Chain(ChainId id, String owner, long version, Positions positions, List<Segment> segments) {
    Chain {
        segments = List.copyOf(segments);
    }

    static Chain empty(ChainId id, String owner) {
        return new Chain(id, owner, 0, Positions.START, List.of());
    }

    Chain ownedBy(String newOwner) {
        return new Chain(id, newOwner, version + 1, positions, segments);
    }

    Chain emptied() {
        return new Chain(id, owner, version + 1, Positions.START, List.of());
    }

    /** Goes on to a position where nothing was added on the way. */
    Chain advancedTo(Positions reached) {
        return new Chain(id, owner, version + 1, reached, segments);
    }

    Chain with(Segment next) {
        List<Segment> longer = new ArrayList<>(segments);
        longer.add(next);
        return new Chain(id, owner, version + 1, next.to(), longer);
    }

    /** Segments at the end that have the same level, if there are at least {@code count} of them; else none. */
    List<Segment> mergeable(int count) {
        int first = segments.size();
        while (first > 0
                && segments.get(first - 1).level() == segments.getLast().level()) {
            first--;
        }
        List<Segment> alike = segments.subList(first, segments.size());
        return alike.size() >= count ? alike : List.of();
    }

    /** With {@code merged} in the place of the {@code last} segments. */
    Chain merged(List<Segment> last, Segment merged) {
        List<Segment> shorter = new ArrayList<>(segments.subList(0, segments.size() - last.size()));
        shorter.add(merged);
        return new Chain(id, owner, version + 1, positions, shorter);
    }

    /** Cut before the first segment that the store has lost: from there on the topics are asked again. */
    Chain without(Set<Segment> lost) {
        for (int i = 0; i < segments.size(); i++) {
            if (lost.contains(segments.get(i))) {
                return new Chain(id, owner, version + 1, segments.get(i).from(), segments.subList(0, i));
            }
        }
        return this;
    }
}
