package dev.hearth.analytics.activity;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a community's acts that has sets of its own.
 *
 * @param group acts in this group, or null for all acts, in whichever group or none
 * @param kind acts of this kind, or null for whatever makes a member active
 */
record Slice(@Nullable String group, @Nullable String kind) {
    static final Slice ALL = new Slice(null, null);

    /** The slices that have all that the selection looks at, and nothing else. */
    static Stream<Slice> of(Selection selection) {
        return selection.kinds().isEmpty()
                ? Stream.of(new Slice(selection.group(), null))
                : selection.kinds().stream().map(kind -> new Slice(selection.group(), kind));
    }

    /** The slices that acts at this place are in: the finest first. */
    static List<Slice> of(Place place) {
        Stream<Slice> byKind = Stream.of(new Slice(place.group(), place.kind()), new Slice(null, place.kind()));
        Stream<Slice> byActivity = place.activity() ? Stream.of(new Slice(place.group(), null), ALL) : Stream.empty();
        return Stream.concat(byKind, byActivity).distinct().toList();
    }
}
