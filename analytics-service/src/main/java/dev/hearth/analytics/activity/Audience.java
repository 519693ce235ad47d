package dev.hearth.analytics.activity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose acts are looked at. What it means in each partition is remembered for the object: keep one as long as the
 * members it names stay the same.
 */
public final class Audience {
    public static final Audience EVERYBODY = new Audience(null, Set.of());

    private final @Nullable Set<String> only;
    private final Set<String> without;

    private Audience(@Nullable Set<String> only, Set<String> without) {
        this.only = only;
        this.without = without;
    }

    /** All but these members. */
    public static Audience without(Set<String> members) {
        return members.isEmpty() ? EVERYBODY : new Audience(null, Set.copyOf(members));
    }

    /** These members and no others. */
    public static Audience only(Set<String> members) {
        return new Audience(Set.copyOf(members), Set.of());
    }

    /** The members that are named, whether to be taken or to be left out. */
    Set<String> named() {
        return only == null ? without : only;
    }

    /** Whether those who are not named are looked at. */
    boolean takesOthers() {
        return only == null;
    }
}
