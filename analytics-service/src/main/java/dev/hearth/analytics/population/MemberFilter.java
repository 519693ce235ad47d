package dev.hearth.analytics.population;

import java.util.Set;
import java.util.TreeSet;

/**
 * Which members' acts count, by what they are now.
 *
 * @param tags all of them; empty for any
 * @param minLevel the lowest level, 0 for any
 * @param maxLevel the highest level, {@link #MAX_LEVEL} for any; below {@code minLevel}, it is nobody
 * @param planted what becomes of accounts that operators run
 */
public record MemberFilter(Set<String> tags, int minLevel, int maxLevel, Planted planted) {
    /** The highest level that a member can have. */
    public static final int MAX_LEVEL = 1000;

    /** The longest tag that a member can have, in characters. */
    public static final int MAX_TAG = 64;

    /** Tags in one filter. */
    public static final int MAX_TAGS = 20;

    /** Everybody who is a real member: what figures are about unless asked otherwise. */
    public static final MemberFilter REAL = new MemberFilter(Set.of(), 0, MAX_LEVEL, Planted.EXCLUDED);

    public MemberFilter {
        tags = Set.copyOf(tags);
    }

    /** Those of these members who are the other's too; what becomes of planted accounts stays. */
    public MemberFilter and(MemberFilter other) {
        Set<String> both = new TreeSet<>(tags);
        both.addAll(other.tags);
        return new MemberFilter(both, Math.max(minLevel, other.minLevel), Math.min(maxLevel, other.maxLevel), planted);
    }

    /** Whether members of all tags and levels are taken, also those of whom nothing is known. */
    boolean takesAnybody() {
        return tags.isEmpty() && takesAnyLevel();
    }

    boolean takesAnyLevel() {
        return minLevel == 0 && maxLevel == MAX_LEVEL;
    }
}
