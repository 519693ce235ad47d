package dev.hearth.analytics.board;

import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.Audience;
import dev.hearth.analytics.activity.CommunityActivity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** The boards that are asked for, kept up between questions; those asked least recently are dropped. */
@ApplicationScoped
class Boards {
    /** What a board costs besides its members, in each partition, as members. */
    private static final int OVERHEAD = 16;

    private final int maxBoards;
    private final long maxPlaces;
    private final LinkedHashMap<Key, Live> boards = new LinkedHashMap<>(16, 0.75f, true);
    private long places;

    Boards(BoardConfig config) {
        this.maxBoards = config.maxBoards();
        this.maxPlaces = config.maxPlaces();
    }

    /**
     * Which board, for whom.
     *
     * @param members says whose acts count in words that stay the same while the members they name change
     */
    private record Key(BoardSpec spec, Object members) {}

    /** A question about a board in one partition. */
    @FunctionalInterface
    interface Question<T> {
        T ask(CommunityActivity activity, Board board, Standing standing);
    }

    /**
     * What the board answers in each partition that knows the community.
     *
     * @param members whose acts, in words that are equal for equal questions
     * @param audience who that is now
     */
    <T> List<T> ask(Activity activity, BoardSpec spec, Object members, Audience audience, Question<T> question) {
        Key key = new Key(spec, members);
        Live live = live(key);
        try {
            List<T> answers = activity.ask(spec.community(), each -> {
                Board board = live.in(each);
                return board.ask(each, each.mask(audience), standing -> question.ask(each, board, standing));
            });
            weigh(key, live);
            return answers;
        } catch (RuntimeException e) {
            forget(key, live);
            throw e;
        }
    }

    /** How many boards are kept. */
    synchronized int size() {
        return boards.size();
    }

    private synchronized Live live(Key key) {
        return boards.computeIfAbsent(key, wanted -> new Live(wanted.spec()));
    }

    /** What failed half-way is not exact any more. */
    private synchronized void forget(Key key, Live failed) {
        if (boards.remove(key, failed)) {
            places -= failed.weight;
        }
    }

    private synchronized void weigh(Key key, Live asked) {
        if (boards.get(key) == asked) {
            places += asked.grown();
        }
        Iterator<Live> eldest = boards.values().iterator();
        while ((places > maxPlaces || boards.size() > maxBoards) && eldest.hasNext()) {
            Live dropped = eldest.next();
            if (dropped != asked) {
                places -= dropped.weight;
                eldest.remove();
            }
        }
    }

    /** A board in all partitions. One whose sets were replaced is forgotten with them. */
    private static final class Live {
        private final BoardSpec spec;
        private final Map<CommunityActivity, Board> partitions = new WeakHashMap<>();
        private long weight;

        Live(BoardSpec spec) {
            this.spec = spec;
        }

        synchronized Board in(CommunityActivity activity) {
            @Nullable Board known = partitions.get(activity);
            if (known == null) {
                known = new Board(spec);
                partitions.put(activity, known);
            }
            return known;
        }

        /** By how much it weighs more than the last time. */
        synchronized long grown() {
            long before = weight;
            weight = partitions.values().stream()
                    .mapToLong(board -> board.size() + OVERHEAD)
                    .sum();
            return weight - before;
        }
    }
}
