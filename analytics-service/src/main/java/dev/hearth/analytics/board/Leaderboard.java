package dev.hearth.analytics.board;

import dev.hearth.analytics.activity.CommunityActivity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The first places of a board over all partitions.
 *
 * @param places in order
 * @param cutOff where the list ends; empty if nobody has a place
 * @param members how many have a place
 */
record Leaderboard(List<Ranked> places, Optional<CutOff> cutOff, long members) {
    private static final Comparator<Entry> ORDER =
            Comparator.comparingLong(Entry::score).reversed().thenComparing(Entry::member, Standing::compareIds);

    Leaderboard {
        places = List.copyOf(places);
    }

    /**
     * A place.
     *
     * @param rank 1 and how many have more: members with equal scores share it
     * @param member the member's id
     * @param score what its acts add up to
     */
    record Ranked(long rank, String member, long score) {}

    /**
     * Where a list ends.
     *
     * @param score of the last place listed
     * @param members how many have this score
     * @param listed how many of them are listed
     */
    record CutOff(long score, long members, long listed) {}

    /** A member and its score. */
    record Entry(long score, String member) {}

    /**
     * The first places in one partition.
     *
     * @param entries in order
     * @param tiedWithLast how many have the score of the last entry
     * @param members how many have a place
     */
    record Part(List<Entry> entries, long tiedWithLast, long members) {
        static Part of(CommunityActivity activity, Standing standing, int limit) {
            List<Entry> entries = new ArrayList<>();
            standing.first(limit, (score, ordinal) -> entries.add(new Entry(score, activity.member(ordinal))));
            long tied = entries.isEmpty() ? 0 : standing.with(entries.getLast().score());
            return new Part(entries, tied, standing.size());
        }

        /** How many have this score, which is not below that of the last entry unless all are listed. */
        private long with(long score) {
            return !entries.isEmpty() && entries.getLast().score() == score
                    ? tiedWithLast
                    : entries.stream().filter(entry -> entry.score() == score).count();
        }
    }

    /** The first {@code limit} of all, each partition's first {@code limit} given. */
    static Leaderboard of(List<Part> parts, int limit) {
        List<Entry> first = parts.stream()
                .flatMap(part -> part.entries().stream())
                .sorted(ORDER)
                .limit(limit)
                .toList();
        List<Ranked> places = new ArrayList<>();
        long rank = 0;
        for (int i = 0; i < first.size(); i++) {
            if (i == 0 || first.get(i).score() != first.get(i - 1).score()) {
                rank = i + 1L;
            }
            places.add(new Ranked(rank, first.get(i).member(), first.get(i).score()));
        }
        Optional<CutOff> cutOff = first.isEmpty()
                ? Optional.empty()
                : Optional.of(cutOff(parts, first, first.getLast().score()));
        return new Leaderboard(
                places, cutOff, parts.stream().mapToLong(Part::members).sum());
    }

    private static CutOff cutOff(List<Part> parts, List<Entry> first, long score) {
        return new CutOff(
                score,
                parts.stream().mapToLong(part -> part.with(score)).sum(),
                first.stream().filter(entry -> entry.score() == score).count());
    }
}
