package dev.hearth.analytics.board;

import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.Audience;
import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.figure.Asked;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * A board that can be looked at.
 *
 * @param spec which
 * @param measure what members are compared by
 * @param asked whose acts, and what it is answered from
 */
record AskedBoard(BoardSpec spec, Measure measure, Asked asked) {
    /** The first day there is. */
    static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
    /** The last day there is. */
    static final LocalDate END = LocalDate.of(9999, 12, 31);

    Leaderboard first(Boards boards, int limit) {
        return Leaderboard.of(
                boards.ask(
                        activity(),
                        spec,
                        members(),
                        audience(),
                        (each, board, standing) -> Leaderboard.Part.of(each, standing, limit)),
                limit);
    }

    Optional<Rank> rank(Boards boards, String member) {
        return Rank.of(boards, activity(), spec, members(), audience(), member);
    }

    /** How evenly what the board adds up is spread. */
    Distribution spread(Boards boards, Spread over) {
        return Distribution.of(boards.ask(
                activity(),
                spec,
                members(),
                audience(),
                (each, board, standing) -> new Distribution.Part(
                        standing.scores(),
                        switch (over) {
                            case RECEIVERS -> 0;
                            case ACTIVE -> idle(each, board);
                        })));
    }

    /** Over whom it is spread, in one partition; read from all its acts, so it may be one of an earlier moment. */
    RoaringBitmap members(CommunityActivity activity, Spread over) {
        Board board = new Board(spec);
        RoaringBitmap members = board.ask(activity, activity.mask(audience()), _ -> board.members());
        if (over == Spread.ACTIVE) {
            members.or(active(activity));
        }
        return members;
    }

    /** How many were active on the days that count, and have no place. */
    private long idle(CommunityActivity activity, Board board) {
        return RoaringBitmap.andNot(active(activity), board.members()).getLongCardinality();
    }

    private RoaringBitmap active(CommunityActivity activity) {
        IntFunction<@Nullable RoaringBitmap> days =
                activity.days(asked.selection().withKinds(Set.of()));
        RoaringBitmap active = new RoaringBitmap();
        activity.span().ifPresent(span -> {
            int last = Math.min(span.lastEpochDay(), spec.lastDay());
            for (int day = Math.max(span.firstEpochDay(), spec.firstDay()); day <= last; day++) {
                RoaringBitmap on = days.apply(day);
                if (on != null) {
                    active.or(on);
                }
            }
        });
        return active;
    }

    /** The first day that counts; null if all do until the last. */
    @Nullable
    LocalDate firstDay() {
        LocalDate first = LocalDate.ofEpochDay(spec.firstDay());
        return first.equals(BEGINNING) ? null : first;
    }

    /** The last day that counts; null if all do from the first. */
    @Nullable
    LocalDate lastDay() {
        LocalDate last = LocalDate.ofEpochDay(spec.lastDay());
        return last.equals(END) ? null : last;
    }

    Activity activity() {
        return asked.fresh().activity();
    }

    private Object members() {
        return asked.members();
    }

    private Audience audience() {
        return asked.selection().audience();
    }
}
