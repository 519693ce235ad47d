package dev.hearth.analytics.influence;

import dev.hearth.analytics.setting.Setting;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much acts contribute. */
record ContributionWeightsView(
        @Schema(required = true, description = "by kind of event; kinds that are not there weigh nothing")
        SortedMap<String, Long> weights,

        @Schema(required = true, description = "grows with every change; the ETag")
        long version,

        @Schema(required = true) Instant changedAt,

        @Schema(required = true, description = "the subject of the token that changed it")
        String changedBy)
        implements Versioned {
    static ContributionWeightsView of(Setting<ContributionSetting> setting) {
        return new ContributionWeightsView(
                new TreeMap<>(setting.value().weights()), setting.version(), setting.changedAt(), setting.changedBy());
    }
}
