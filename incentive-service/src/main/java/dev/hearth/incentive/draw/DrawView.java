package dev.hearth.incentive.draw;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A draw as callers see it. */
@Schema(name = "Draw")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DrawView(
        String draw,
        DrawStatus status,
        DrawTerms terms,

        @Schema(description = "grows by one with every change", examples = "1")
        long version,

        Instant changedAt,
        String changedBy,

        @Schema(description = "SHA-256 of the frozen terms, from the opening on") @Nullable
        String termsHash,

        @Schema(description = "SHA-256 of the seed that decides, from the opening on") @Nullable
        String commitment,

        @Nullable Instant openedAt,

        @Schema(description = "SHA-256 over all entries, from the closing on") @Nullable
        String root,

        @Nullable Instant closedAt,

        @Schema(description = "what the source that the terms name published after the closing") @Nullable
        String beacon,

        @Schema(description = "revealed when it is drawn or cancelled") @Nullable
        String seed,

        @Schema(description = "when it was drawn or cancelled") @Nullable
        Instant endedAt,

        @Schema(description = "why it was cancelled") @Nullable
        String reason)
        implements Versioned {
    static DrawView of(Draw draw) {
        Draw.Published published = draw.published();
        Draw.Ending ending = draw.ending();
        return new DrawView(
                draw.id().draw(),
                draw.status(),
                draw.terms(),
                draw.version(),
                draw.changedAt(),
                draw.changedBy(),
                published == null ? null : published.termsHash(),
                published == null ? null : published.seed().commitment(),
                published == null ? null : published.openedAt(),
                ending.root(),
                ending.closedAt(),
                ending.beacon(),
                published != null && draw.isOver() ? published.seed().hex() : null,
                ending.endedAt(),
                ending.reason());
    }
}
