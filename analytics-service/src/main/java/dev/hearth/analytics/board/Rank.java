package dev.hearth.analytics.board;

import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.Audience;
import java.util.List;
import java.util.Optional;

/**
 * Where one member stands.
 *
 * @param rank 1 and how many others have more
 * @param score what its acts add up to
 * @param tied how many have this score, the member included
 * @param members how many have a place
 */
record Rank(long rank, long score, long tied, long members) {

    /** Empty if the member has no place on the board. */
    static Optional<Rank> of(
            Boards boards, Activity activity, BoardSpec spec, Object members, Audience audience, String member) {
        return boards
                .ask(activity, spec, members, audience, (each, board, standing) -> board.score(each.find(member)))
                .stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(score -> sum(
                        score,
                        boards.ask(
                                activity,
                                spec,
                                members,
                                audience,
                                (each, board, standing) ->
                                        Others.of(standing, score, board.score(each.find(member))))));
    }

    private static Rank sum(long score, List<Others> parts) {
        Others all = parts.stream().reduce(Others.NONE, Others::plus);
        return new Rank(1 + all.above(), score, 1 + all.tied(), 1 + all.members());
    }

    /** How the others stand. The member itself may have got more since its score was asked, so it is left out. */
    private record Others(long above, long tied, long members) {
        static final Others NONE = new Others(0, 0, 0);

        static Others of(Standing standing, long score, Optional<Long> own) {
            long above = standing.above(score);
            long tied = standing.with(score);
            return own.map(now -> new Others(
                            above - (now > score ? 1 : 0), tied - (now == score ? 1 : 0), standing.size() - 1L))
                    .orElseGet(() -> new Others(above, tied, standing.size()));
        }

        Others plus(Others other) {
            return new Others(above + other.above, tied + other.tied, members + other.members);
        }
    }
}
