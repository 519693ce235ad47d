package dev.hearth.analytics.health.pulse;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A time in which a group is out of its band. It begins where what was done lies out of the band and ends only where it
 * lies well within it, so that a group at the border does not come and go.
 *
 * @param mood in which way
 * @param since when it was noticed
 */
public record Spell(Mood mood, Instant since) {
    /** How a group is, beside how it usually is. */
    public enum Mood {
        /** Below its band (冷场). */
        COLD,
        /** Above its band (水群). */
        FLOODED
    }

    /** The spell that begins, if one does. */
    public static Optional<Began> beginning(GroupPulse pulse, Instant now, ZoneId zone, Detection detection) {
        Optional<Reading> cold = pulse.coldness(now, zone, detection).filter(Reading::isBelow);
        return cold.isPresent()
                ? cold.map(reading -> new Began(new Spell(Mood.COLD, now), reading))
                : pulse.flood(now, zone, detection)
                        .filter(Reading::isAbove)
                        .map(reading -> new Began(new Spell(Mood.FLOODED, now), reading));
    }

    /** Whether it is over. */
    public boolean isOver(GroupPulse pulse, Instant now, ZoneId zone, Detection detection) {
        return switch (mood) {
            case COLD ->
                pulse.lastAt().filter(last -> last.isAfter(since)).isPresent()
                        && pulse.coldness(now, zone, detection)
                                .map(Reading::hasWarmedUp)
                                .orElse(true);
            case FLOODED ->
                pulse.flood(now, zone, detection).map(Reading::hasAbated).orElse(true);
        };
    }

    /**
     * @param spell which begins
     * @param reading by what it was noticed
     */
    public record Began(Spell spell, Reading reading) {}
}
