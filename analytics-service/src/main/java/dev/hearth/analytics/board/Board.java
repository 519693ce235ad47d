package dev.hearth.analytics.board;

import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.Mask;
import dev.hearth.analytics.activity.Rows;
import dev.hearth.analytics.board.Reversals.Reversal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * One board in one partition's community. It goes on from the row where it was at the last question, so that it is
 * exact at each answer and a question costs what is new since the one before. Rows never change: what is late is a new
 * row for an old day. Scores are kept of everybody; who of them stands on the board follows the audience.
 */
final class Board {
    /** Beyond such a share of places that change, all are sorted anew. */
    private static final int MOST = 8;

    private final BoardSpec spec;
    private final PlaceEffects effects = new PlaceEffects();
    private final Scores scores = new Scores();
    private final Reversals reversals = new Reversals();
    /** Of a group's members, how often each came in more than it left. */
    private final Map<Integer, Integer> stays = new HashMap<>();

    private final Standing standing = new Standing();
    private final RoaringBitmap stands = new RoaringBitmap();
    private final RoaringBitmap touched = new RoaringBitmap();
    /** Of those who were touched, the score under which they stand. */
    private final Map<Integer, Long> before = new HashMap<>();

    private volatile int size;
    private int nextRow;
    private @Nullable Mask mask;

    Board(BoardSpec spec) {
        this.spec = spec;
    }

    /** What {@code question} answers now. Called while the activity does not change, by any thread. */
    synchronized <T> T ask(CommunityActivity activity, Mask audience, Function<Standing, T> question) {
        effects.learn(activity, spec);
        if (nextRow == 0 && !spec.needsAllDays()) {
            activity.rows().within(spec.firstDay(), spec.lastDay(), this::take);
        } else {
            activity.rows().from(nextRow, this::take);
        }
        nextRow = activity.rows().size();
        boolean anew = mask == null || mask.takesOthers() != audience.takesOthers();
        if (mask != null && !anew) {
            RoaringBitmap.xor(mask.named(), audience.named()).forEach((int ordinal) -> touch(ordinal));
        }
        mask = audience;
        settle(anew, activity, audience);
        size = scores.size() + stays.size();
        return question.apply(standing);
    }

    /** Where the member stands; empty if nowhere. Only within a question. */
    Optional<Long> score(int ordinal) {
        return ordinal >= 0 && stands.contains(ordinal) ? Optional.of(scores.sum(ordinal)) : Optional.empty();
    }

    /** Who has a place. Only within a question. */
    RoaringBitmap members() {
        return stands.clone();
    }

    /** About how many members it keeps, by any thread. */
    int size() {
        return size;
    }

    private void take(Rows.Row row) {
        Effect effect = effects.of(row.place());
        if (effect == null) {
            return;
        }
        boolean counts = spec.hasDay(row.day());
        switch (effect.sort()) {
            case COUNT -> {
                if (counts) {
                    change(row.ordinal(), effect.factor(), 1);
                }
            }
            case AMOUNT -> {
                if (counts && row.hasValue()) {
                    change(row.ordinal(), effect.factor() * row.value(), 1);
                }
            }
            case REVERSAL -> {
                if (counts && reversals.add(row.target(), new Reversal(row.ordinal(), row.amount()))) {
                    change(row.ordinal(), row.amount(), 1);
                }
            }
            case UNEARNED ->
                reversals.unearned(row.id()).forEach(wrong -> change(wrong.ordinal(), -wrong.amount(), -1));
            case ENTRY -> stay(row.ordinal(), 1);
            case EXIT -> stay(row.ordinal(), -1);
        }
    }

    private void change(int ordinal, long amount, int act) {
        touch(ordinal);
        scores.add(ordinal, amount, act);
    }

    private void stay(int ordinal, int more) {
        touch(ordinal);
        int _ = stays.merge(ordinal, more, Integer::sum);
    }

    private void touch(int ordinal) {
        if (touched.checkedAdd(ordinal) && stands.contains(ordinal)) {
            before.put(ordinal, scores.sum(ordinal));
        }
    }

    private boolean belongs(int ordinal, Mask audience) {
        return scores.hasActs(ordinal)
                && audience.has(ordinal)
                && (!spec.ofGroupMembers() || stays.getOrDefault(ordinal, 0) > 0);
    }

    private void settle(boolean anew, CommunityActivity activity, Mask audience) {
        if (anew || touched.getLongCardinality() * MOST > standing.size()) {
            stands.clear();
            scores.forEach(ordinal -> {
                if (belongs(ordinal, audience)) {
                    stands.add(ordinal);
                }
            });
            standing.reset(stands.stream(), scores::sum, activity::member);
        } else {
            touched.forEach((int ordinal) -> move(ordinal, activity, audience));
        }
        touched.clear();
        before.clear();
    }

    private void move(int ordinal, CommunityActivity activity, Mask audience) {
        Long was = before.get(ordinal);
        boolean belongs = belongs(ordinal, audience);
        if (was != null && belongs && was == scores.sum(ordinal)) {
            return;
        }
        if (was != null) {
            standing.remove(was, ordinal, activity::member);
            stands.remove(ordinal);
        }
        if (belongs) {
            standing.add(scores.sum(ordinal), ordinal, activity::member);
            stands.add(ordinal);
        }
    }
}
