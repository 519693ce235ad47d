package dev.hearth.incentive.standing;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands on a day.
 *
 * @param era the scheme's version of that day
 * @param level 0 for no tier, else the place of the tier, the lowest is 1
 * @param from the first day whose points qualify on that day
 * @param earned the qualifying points so far
 * @param glance what tells quickly whether further points can move it
 * @param last what brought it there; null for who always stood there
 * @param next when to look again at the latest, and which level it would then have if nothing further were earned; null
 *     for never
 */
public record Standing(
        Era era,
        int level,
        LocalDate from,
        long earned,
        Glance glance,
        @Nullable Change last,
        @Nullable Change next) {
    /** The tier; none at level 0. */
    public Optional<Tier> tier() {
        return era.scheme().tier(level);
    }

    /** The tier above; none at the top. */
    public Optional<Tier> above() {
        return level < era.scheme().tiers().size() ? era.scheme().tier(level + 1) : Optional.empty();
    }
}
