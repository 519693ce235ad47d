package dev.hearth.analytics.activity;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.roaringbitmap.RoaringBitmap;

/** What audiences mean among the members of one community in one partition, remembered while they are in use. */
final class Masks {
    private final Map<Audience, Mask> made = Collections.synchronizedMap(new WeakHashMap<>());

    /** @param names of the members by ordinal; only ever longer than before */
    Mask of(Audience audience, List<String> names, Map<String, Integer> ordinals) {
        if (audience == Audience.EVERYBODY) {
            return Mask.ALL;
        }
        Mask before = made.get(audience);
        if (before != null && before.members() == names.size()) {
            return before;
        }
        Mask now = before == null ? first(audience, names, ordinals) : longer(before, audience, names);
        made.put(audience, now);
        return now;
    }

    private static Mask first(Audience audience, List<String> names, Map<String, Integer> ordinals) {
        RoaringBitmap named = new RoaringBitmap();
        audience.named().forEach(member -> {
            Integer ordinal = ordinals.get(member);
            if (ordinal != null) {
                named.add(ordinal);
            }
        });
        return new Mask(named, audience.takesOthers(), names.size());
    }

    private static Mask longer(Mask before, Audience audience, List<String> names) {
        RoaringBitmap named = before.named().clone();
        for (int ordinal = before.members(); ordinal < names.size(); ordinal++) {
            if (audience.named().contains(names.get(ordinal))) {
                named.add(ordinal);
            }
        }
        return new Mask(named, audience.takesOthers(), names.size());
    }
}
