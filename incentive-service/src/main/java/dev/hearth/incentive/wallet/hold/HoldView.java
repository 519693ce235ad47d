package dev.hearth.incentive.wallet.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A hold as callers see it. */
@Schema(name = "Hold")
@JsonInclude(JsonInclude.Include.NON_NULL)
record HoldView(
        @Schema(examples = "019a9c6e-3f00-7000-8000-000000000002")
        String hold,

        @Schema(examples = "ada") String memberId,
        @Schema(examples = "points") String currency,
        @Schema(examples = "20") long amount,
        HoldStatus status,

        @Schema(description = "spent of it; the rest was given back", examples = "0")
        long captured,

        @Schema(description = "given back of what was spent", examples = "0")
        long refunded,

        @Schema(description = "what it belongs to", examples = "order/4711") @Nullable
        String reference,

        @Nullable String reason,

        @Schema(description = "when it is given back by itself")
        Instant expiresAt,

        Instant createdAt,

        @Schema(description = "the token's subject", examples = "local-operator")
        String createdBy,

        @Nullable Instant endedAt) {
    static HoldView of(Hold hold) {
        return new HoldView(
                hold.id().toString(),
                hold.member(),
                hold.currency(),
                hold.amount(),
                hold.status(),
                hold.captured(),
                hold.refunded(),
                hold.reference(),
                hold.reason(),
                hold.expiresAt(),
                hold.createdAt(),
                hold.createdBy(),
                hold.endedAt());
    }
}
