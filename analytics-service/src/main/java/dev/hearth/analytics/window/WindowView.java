package dev.hearth.analytics.window;

import dev.hearth.analytics.setting.Setting;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A named window. */
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
        String changedBy)
        implements Versioned {
    static WindowView of(Setting<NamedWindow> setting) {
        NamedWindow window = setting.value();
        return new WindowView(
                setting.id(),
                window.name(),
                window.from(),
                window.to(),
                window.baseline(),
                setting.version(),
                setting.changedAt(),
                setting.changedBy());
    }
}
