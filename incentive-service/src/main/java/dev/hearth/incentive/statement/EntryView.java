package dev.hearth.incentive.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.Entry;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of a member's statement. */
@Schema(name = "Entry")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryView(
        @Schema(examples = "019a9c6e-3f00-7000-8000-000000000001")
        String transaction,

        @Schema(examples = "points") String currency,

        @Schema(description = "gained, or lost if negative", examples = "2")
        long amount,

        @Schema(description = "the rule that paid", examples = "message-points") @Nullable
        String rule,

        @Schema(description = "the version of the rule", examples = "1") @Nullable
        Integer ruleVersion,

        @Schema(description = "the event that the rule answered", examples = "m-1") @Nullable
        String sourceEvent,

        @Schema(description = "the key of the caller who asked for it") @Nullable
        String key,

        @Schema(description = "the local day it counts for") LocalDate localDate,
        @Schema(description = "when its cause occurred") Instant occurredAt,
        @Schema(description = "when it was recorded") Instant recordedAt) {
    static EntryView of(Entry entry) {
        return switch (entry.cause()) {
            case Cause.Earned earned -> of(entry, earned.rule(), earned.ruleVersion(), earned.sourceEvent(), null);
            case Cause.Requested requested -> of(entry, null, null, null, requested.key());
        };
    }

    private static EntryView of(
            Entry entry,
            @Nullable String rule,
            @Nullable Integer ruleVersion,
            @Nullable String sourceEvent,
            @Nullable String key) {
        return new EntryView(
                entry.transaction().toString(),
                entry.currency(),
                entry.amount(),
                rule,
                ruleVersion,
                sourceEvent,
                key,
                entry.localDate(),
                entry.occurredAt(),
                entry.recordedAt());
    }
}
