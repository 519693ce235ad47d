package dev.hearth.incentive.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.Entry;
import dev.hearth.incentive.ledger.TransactionType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of a member's statement. */
@Schema(name = "Entry")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryView(
        @Schema(examples = "019a9c6e-3f00-7000-8000-000000000001")
        String transaction,

        @Schema(description = "what kind of happening", examples = "EARNED")
        TransactionType type,

        @Schema(examples = "points") String currency,

        @Schema(description = "spendable points gained, or lost if negative", examples = "2")
        long amount,

        @Schema(description = "points held, or released if negative", examples = "0")
        long held,

        @Schema(description = "points that became pending, or stopped to be if negative", examples = "0")
        long pending,

        @Schema(description = "points owed more, or less if negative", examples = "0")
        long owed,

        @Schema(description = "the rule that paid", examples = "message-points") @Nullable
        String rule,

        @Schema(description = "the version of the rule", examples = "1") @Nullable
        Integer ruleVersion,

        @Schema(description = "the event that the rule answered", examples = "m-1") @Nullable
        String sourceEvent,

        @Schema(description = "the key of the caller who asked for it") @Nullable
        String key,

        @Schema(description = "what it belongs to", examples = "hold/019a9c6e-3f00-7000-8000-000000000002") @Nullable
        String reference,

        @Schema(description = "the transaction that it takes back") @Nullable
        String reverses,

        @Schema(description = "why somebody asked for it") @Nullable
        String reason,

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
        UUID reverses = entry.notes().reverses();
        return new EntryView(
                entry.transaction().toString(),
                entry.type(),
                entry.currency(),
                entry.change().spendable(),
                entry.change().held(),
                entry.change().pending(),
                entry.change().owed(),
                rule,
                ruleVersion,
                sourceEvent,
                key,
                entry.notes().reference(),
                reverses == null ? null : reverses.toString(),
                entry.notes().reason(),
                entry.when().localDate(),
                entry.when().occurredAt(),
                entry.recordedAt());
    }
}
