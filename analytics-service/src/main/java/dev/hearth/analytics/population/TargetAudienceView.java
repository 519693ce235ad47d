package dev.hearth.analytics.population;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.setting.Setting;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom a community is for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TargetAudienceView(
        @Schema(required = true, description = "a member of it has all of these tags")
        List<String> tags,

        @Schema(description = "the lowest level; absent for any") @Nullable
        Integer minLevel,

        @Schema(description = "the highest level; absent for any") @Nullable
        Integer maxLevel,

        @Schema(required = true, description = "how many members are of it now, planted accounts left out")
        int members,

        @Schema(required = true, description = "grows with every change; the ETag")
        long version,

        @Schema(required = true) Instant changedAt,

        @Schema(required = true, description = "the subject of the token that changed it")
        String changedBy)
        implements Versioned {
    static TargetAudienceView of(Setting<TargetAudience> setting, Population population) {
        TargetAudience said = setting.value();
        return new TargetAudienceView(
                said.tags(),
                said.minLevel(),
                said.maxLevel(),
                population.size(setting.community(), said.filter()),
                setting.version(),
                setting.changedAt(),
                setting.changedBy());
    }
}
