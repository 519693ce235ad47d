package dev.hearth.analytics.points;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of a member's statement. */
@Schema(name = "PointsEntry")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryView(
        @Schema(required = true, examples = "019a9c6e-3f00-7000-8000-000000000001")
        String transaction,

        @Schema(required = true, description = "what kind of happening", examples = "EARNED")
        String type,

        @Schema(required = true, examples = "points") String currency,

        @Schema(required = true, description = "spendable points gained, or lost if negative", examples = "2")
        long amount,

        @Schema(required = true, description = "points held, or released if negative", examples = "0")
        long held,

        @Schema(
                required = true,
                description = "points that became pending, or stopped to be if negative",
                examples = "0")
        long pending,

        @Schema(required = true, description = "points owed more, or less if negative", examples = "0")
        long owed,

        @Schema(description = "the rule that paid", examples = "message-points") @Nullable
        String rule,

        @Schema(description = "the version of the rule", examples = "1") @Nullable
        Integer ruleVersion,

        @Schema(description = "the event that the rule answered", examples = "m-1") @Nullable
        String sourceEvent,

        @Schema(description = "the key of the caller who asked for it") @Nullable
        String key,

        @Schema(description = "what it belongs to", examples = "redemption/019a9c6e-3f00-7000-8000-000000000002")
        @Nullable
        String reference,

        @Schema(description = "the transaction that it takes back") @Nullable
        String reverses,

        @Schema(description = "why somebody asked for it") @Nullable
        String reason,

        @Schema(required = true, description = "the local day it counts for")
        LocalDate localDate,

        @Schema(required = true, description = "when its cause occurred")
        Instant occurredAt,

        @Schema(required = true, description = "when it was recorded")
        Instant recordedAt) {
    EntryView {
        requireNonNull(transaction);
        requireNonNull(type);
        requireNonNull(currency);
        requireNonNull(localDate);
        requireNonNull(occurredAt);
        requireNonNull(recordedAt);
    }
}
