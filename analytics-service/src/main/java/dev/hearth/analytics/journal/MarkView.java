package dev.hearth.analytics.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.setting.Setting;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A mark of the journal. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MarkView(
        @Schema(required = true, examples = "new-welcome") String id,

        @Schema(required = true, description = "what was tried")
        String title,

        @Schema(required = true, description = "the first day")
        LocalDate from,

        @Schema(required = true, description = "the last day")
        LocalDate to,

        @Schema(description = "where; absent for the whole community") @Nullable
        String group,

        @Schema(required = true, description = "grows with every change; the ETag")
        long version,

        @Schema(required = true) Instant changedAt,

        @Schema(required = true, description = "who wrote it: the subject of the token that changed it")
        String changedBy)
        implements Versioned {
    static MarkView of(Setting<Mark> setting) {
        Mark mark = setting.value();
        return new MarkView(
                setting.id(),
                mark.title(),
                mark.from(),
                mark.to(),
                mark.group(),
                setting.version(),
                setting.changedAt(),
                setting.changedBy());
    }
}
