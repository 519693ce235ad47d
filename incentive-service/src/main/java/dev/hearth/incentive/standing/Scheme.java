package dev.hearth.incentive.standing;

import java.util.List;
import java.util.Optional;

/**
 * How members rise and fall. Points that were <em>earned</em> decide, never what is left of them.
 *
 * @param currency whose points qualify
 * @param period whose days qualify
 * @param downgrade how far one falls
 * @param graceDays days after a period, or after a rolling sum has become too small, before anybody falls; what is
 *     earned in them helps to keep the tier
 * @param tiers by rising threshold, at most {@value #MAX_TIERS}; empty where a scheme has been given up
 */
public record Scheme(String currency, QualifyingPeriod period, Downgrade downgrade, int graceDays, List<Tier> tiers) {
    /** Most tiers of a scheme. */
    public static final int MAX_TIERS = 20;

    public Scheme {
        tiers = List.copyOf(tiers);
        if (tiers.size() > MAX_TIERS) {
            throw new IllegalArgumentException("a scheme has at most " + MAX_TIERS + " tiers");
        }
        if (graceDays < 0 || graceDays > period.maxGrace()) {
            throw new IllegalArgumentException("grace is 0 to " + period.maxGrace() + " days");
        }
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i - 1).threshold() >= tiers.get(i).threshold()) {
                throw new IllegalArgumentException("thresholds rise from tier to tier");
            }
        }
    }

    /** The tier of a level; none of level 0. */
    public Optional<Tier> tier(int level) {
        return level == 0 ? Optional.empty() : Optional.of(tiers.get(level - 1));
    }

    /** 1 for the lowest tier, 0 if the scheme has no such tier. */
    public int level(String tier) {
        for (int i = 0; i < tiers.size(); i++) {
            if (tiers.get(i).id().equals(tier)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The level that these points reach. */
    int reached(long points) {
        int level = 0;
        while (level < tiers.size() && tiers.get(level).threshold() <= Math.max(0, points)) {
            level++;
        }
        return level;
    }

    /** Whether these points keep the level. */
    boolean keeps(int level, long points) {
        return level == 0 || Math.max(0, points) >= tiers.get(level - 1).keep();
    }

    /** Where one falls to from a level that these points do not keep. */
    int fallen(int level, long points) {
        return switch (downgrade) {
            case ONE_LEVEL -> Math.max(level - 1, reached(points));
            case TO_EARNED -> reached(points);
        };
    }

    /** The level here of who stood on {@code level} of an older scheme: the same tier, or the nearest below it. */
    int translated(Scheme older, int level) {
        for (int below = level; below > 0; below--) {
            int here = level(older.tiers.get(below - 1).id());
            if (here > 0) {
                return here;
            }
        }
        return 0;
    }
}
