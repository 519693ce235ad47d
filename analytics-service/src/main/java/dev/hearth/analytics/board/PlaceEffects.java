package dev.hearth.analytics.board;

import dev.hearth.analytics.activity.CommunityActivity;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What acts do by the number of their place; most places do nothing. */
final class PlaceEffects {
    private final BitSet some = new BitSet();
    private final Map<Integer, Effect> effects = new HashMap<>();
    private int known;

    /** Looks at the places that are new since the last time. */
    void learn(CommunityActivity activity, BoardSpec spec) {
        for (; known < activity.places(); known++) {
            Effect effect = spec.effect(activity.place(known));
            if (effect != null) {
                some.set(known);
                effects.put(known, effect);
            }
        }
    }

    @Nullable
    Effect of(int place) {
        return some.get(place) ? effects.get(place) : null;
    }
}
