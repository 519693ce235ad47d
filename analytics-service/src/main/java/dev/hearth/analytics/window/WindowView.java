package dev.hearth.analytics.window;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.setting.Setting;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A named window. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WindowView(
        @Schema(required = true, examples = "spring-festival")
        String id,

        @Schema(required = true, examples = "春节 2026") String name,

        @Schema(required = true, description = "the first day")
        LocalDate from,

        @Schema(required = true, description = "the last day")
        LocalDate to,

        @Schema(required = true, description = "what it is compared with")
        Baseline baseline,

        @Schema(required = true, description = "grows with every change; the ETag")
        long version,

        @Schema(required = true) Instant changedAt,

        @Schema(required = true, description = "the subject of the token that changed it")
        String changedBy,

        @Schema(
                description = "the days that it is compared with; absent if they are those of a window that is gone",
                examples = "{\"from\": \"2026-02-06\", \"to\": \"2026-02-14\"}")
        @Nullable
        ComparedDays baselineDays)
        implements Versioned {
    /** The first and the last of the days that a window is compared with. */
    @Schema(name = "ComparedDays")
    record ComparedDays(
            @Schema(required = true) LocalDate from,
            @Schema(required = true) LocalDate to) {}

    static WindowView of(Setting<NamedWindow> setting, Optional<DaySpan> compared) {
        NamedWindow window = setting.value();
        return new WindowView(
                setting.id(),
                window.name(),
                window.from(),
                window.to(),
                window.baseline(),
                setting.version(),
                setting.changedAt(),
                setting.changedBy(),
                compared.map(days -> new ComparedDays(days.first(), days.last()))
                        .orElse(null));
    }
}
