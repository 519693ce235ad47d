package dev.hearth.incentive.wallet.adjustment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A correction by hand as callers see it. */
@Schema(name = "Adjustment")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AdjustmentView(
        @Schema(examples = "019a9c6e-3f00-7000-8000-000000000003")
        String adjustment,

        @Schema(examples = "ada") String memberId,
        @Schema(examples = "points") String currency,

        @Schema(description = "given if positive, taken if negative", examples = "500")
        long amount,

        boolean owe,
        @Nullable Instant expiresAt,
        @Schema(examples = "prize of the meet-up") String reason,
        @Nullable String reference,

        @Schema(description = "WAITING: it needs a second person, nothing has moved")
        AdjustmentStatus status,

        Instant requestedAt,

        @Schema(description = "the token's subject", examples = "local-operator")
        String requestedBy,

        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String comment,

        @Schema(description = "the transaction that applied it") @Nullable
        String transaction) {
    static AdjustmentView of(Adjustment adjustment) {
        Adjustment.Decision decision = adjustment.decision();
        UUID transaction = adjustment.transaction();
        return new AdjustmentView(
                adjustment.id().toString(),
                adjustment.member(),
                adjustment.currency(),
                adjustment.amount(),
                adjustment.owe(),
                adjustment.expiresAt(),
                adjustment.reason(),
                adjustment.reference(),
                adjustment.status(),
                adjustment.requestedAt(),
                adjustment.requestedBy(),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.by(),
                decision == null ? null : decision.comment(),
                transaction == null ? null : transaction.toString());
    }
}
