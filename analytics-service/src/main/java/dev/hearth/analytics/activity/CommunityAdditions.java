package dev.hearth.analytics.activity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/**
 * What a stretch of the topic added to the sets of one community in one partition.
 *
 * @param firstOrdinal the ordinal of the first of {@code members}; equal to the number of members known before
 * @param members the members first heard of, in the order of their ordinals
 * @param cells the ordinals added to each cell
 */
public record CommunityAdditions(int firstOrdinal, List<String> members, Map<Cell, RoaringBitmap> cells) {
    public CommunityAdditions {
        if (firstOrdinal < 0) {
            throw new IllegalArgumentException("firstOrdinal must be 0 or more, is " + firstOrdinal);
        }
    }

    /** The additions of this stretch and the {@code next}. */
    CommunityAdditions then(CommunityAdditions next) {
        if (next.firstOrdinal != firstOrdinal + members.size()) {
            throw new IllegalArgumentException("additions do not adjoin: " + (firstOrdinal + members.size())
                    + " members are known, the next begin at " + next.firstOrdinal);
        }
        List<String> allMembers = new ArrayList<>(members);
        allMembers.addAll(next.members);
        Map<Cell, RoaringBitmap> allCells = new HashMap<>(cells);
        next.cells.forEach((cell, added) -> allCells.merge(cell, added, (one, other) -> RoaringBitmap.or(one, other)));
        return new CommunityAdditions(firstOrdinal, allMembers, allCells);
    }
}
