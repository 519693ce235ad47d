package dev.hearth.analytics.health;

import dev.hearth.analytics.health.pulse.GroupCrew;
import dev.hearth.analytics.health.pulse.GroupDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How one group does.
 *
 * @param group the group
 * @param score 0 to 100
 * @param parts of the score
 * @param value the five exit signals
 * @param lastDay the last of the 28 local days that are looked at
 * @param done what was done in them
 * @param crew who took part in them
 * @param members how many members it has
 * @param operators how many lead it: see {@link Operators}
 * @param lastAt when anything was last done in it
 */
record GroupHealth(
        String group,
        double score,
        HealthScore parts,
        ValueIndex value,
        LocalDate lastDay,
        GroupDays done,
        GroupCrew crew,
        int members,
        int operators,
        Optional<Instant> lastAt) {
    boolean isCovered() {
        return crew.operators() > 0;
    }
}
