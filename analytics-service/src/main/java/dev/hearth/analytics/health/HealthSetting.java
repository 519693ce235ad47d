package dev.hearth.analytics.health;

import dev.hearth.analytics.health.pulse.Detection;
import dev.hearth.analytics.health.pulse.KindRoles;
import java.util.Objects;

/**
 * How a community judges its groups.
 *
 * @param score how much each part weighs in the score
 * @param value how much each exit signal weighs in the value index
 * @param kinds which kinds of event tell what
 * @param answerHours in how many hours an answer counts, 1 to 720
 * @param operatorDays on how many days up to today an operator must have acted in a group to lead it, 1 to 28
 * @param detection when a group counts as cold or flooded
 */
record HealthSetting(
        ScoreWeights score,
        ValueWeights value,
        KindRoles kinds,
        int answerHours,
        int operatorDays,
        Detection detection) {
    static final HealthSetting USUAL =
            new HealthSetting(ScoreWeights.USUAL, ValueWeights.USUAL, KindRoles.USUAL, 24, 7, Detection.USUAL);

    HealthSetting {
        // Documents that are older than it have none.
        detection = Objects.requireNonNullElse(detection, Detection.USUAL);
    }
}
