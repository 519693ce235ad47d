package dev.hearth.analytics.activity;

import java.util.ArrayList;
import java.util.List;

/**
 * What a stretch of the topics added to one community in one partition.
 *
 * @param firstMember the ordinal of the first of {@code members}: how many were known before
 * @param members those first heard of, in the order of their ordinals
 * @param firstPlace the number of the first of {@code places}: how many were known before
 * @param places those first heard of, in the order of their numbers
 * @param firstRow the number of the first of {@code rows}: how many there were before
 * @param rows the acts, in the order in which they were heard of
 */
public record CommunityAdditions(
        int firstMember, List<String> members, int firstPlace, List<Place> places, int firstRow, Columns rows) {
    public CommunityAdditions {
        if (firstMember < 0 || firstPlace < 0 || firstRow < 0) {
            throw new IllegalArgumentException("additions begin at 0 or later");
        }
    }

    /** The additions of several stretches as one; fails unless each adjoins the one before. */
    static CommunityAdditions joined(List<CommunityAdditions> stretches) {
        CommunityAdditions first = stretches.getFirst();
        List<String> members = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        int rows = 0;
        for (CommunityAdditions next : stretches) {
            if (next.firstMember != first.firstMember + members.size()
                    || next.firstPlace != first.firstPlace + places.size()
                    || next.firstRow != first.firstRow + rows) {
                throw new IllegalArgumentException("additions do not adjoin: " + (first.firstRow + rows)
                        + " rows are known, the next begin at " + next.firstRow);
            }
            members.addAll(next.members);
            places.addAll(next.places);
            rows += next.rows.size();
        }
        Columns joined =
                Columns.joined(stretches.stream().map(CommunityAdditions::rows).toList());
        return new CommunityAdditions(first.firstMember, members, first.firstPlace, places, first.firstRow, joined);
    }
}
