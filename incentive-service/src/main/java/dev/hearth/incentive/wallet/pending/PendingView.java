package dev.hearth.incentive.wallet.pending;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A pending credit as callers see it. */
@Schema(name = "PendingCredit")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PendingView(
        @Schema(examples = "019a9c6e-3f00-7000-8000-000000000004")
        String pending,

        @Schema(examples = "points") String currency,
        @Schema(examples = "10") long amount,

        @Schema(description = "the transaction that made it")
        String transaction,

        @Schema(description = "PENDING, ACTIVATED or CANCELLED")
        String status,

        @Schema(description = "when it becomes spendable; absent: not by time") @Nullable
        Instant dueAt,

        @Schema(description = "the kind of event that makes it spendable; absent: none does") @Nullable
        String eventKind,

        @Schema(description = "when the points expire then; absent: never") @Nullable
        Instant expiresAt,

        Instant createdAt,
        @Nullable Instant endedAt) {}
