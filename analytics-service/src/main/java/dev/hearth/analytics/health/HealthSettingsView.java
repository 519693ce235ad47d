package dev.hearth.analytics.health;

import dev.hearth.analytics.health.pulse.Detection;
import dev.hearth.analytics.health.pulse.KindRoles;
import dev.hearth.analytics.setting.Setting;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How groups are judged. */
record HealthSettingsView(
        @Schema(required = true, description = "how much each part weighs in the score")
        ScoreWeights scoreWeights,

        @Schema(required = true, description = "how much each exit signal weighs in the value index")
        ValueWeights valueWeights,

        @Schema(required = true, description = "which kinds of event tell what")
        KindRoles kinds,

        @Schema(required = true, description = "in how many hours an answer counts")
        int answerHours,

        @Schema(
                required = true,
                description = "on how many days up to today an operator must have acted to lead a group")
        int operatorDays,

        @Schema(required = true, description = "when a group counts as cold or flooded")
        Detection detection,

        @Schema(required = true, description = "grows with every change; the ETag")
        long version,

        @Schema(required = true) Instant changedAt,

        @Schema(required = true, description = "the subject of the token that changed it")
        String changedBy)
        implements Versioned {
    static HealthSettingsView of(Setting<HealthSetting> setting) {
        HealthSetting said = setting.value();
        return new HealthSettingsView(
                said.score(),
                said.value(),
                said.kinds(),
                said.answerHours(),
                said.operatorDays(),
                said.detection(),
                setting.version(),
                setting.changedAt(),
                setting.changedBy());
    }
}
