package dev.hearth.incentive.responsibility;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A decision as callers see it, with all that led to it. */
@Schema(name = "ResponsibilityCase")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseView(
        @Schema(description = "a UUID of version 7") String responsibilityCase,
        String incident,
        @Schema(description = "the rule that decided") String rule,
        @Schema(description = "its version") long ruleVersion,

        @Schema(description = "POINTS, taken through the ledger, or MONEY, only recorded")
        String penaltyOf,

        @Schema(description = "the points' currency, or the money's ISO 4217 code")
        String currency,

        @Schema(description = "the whole of it") long penalty,

        @Schema(description = "what is charged; the rest is waived")
        long charged,

        @Schema(description = "the shares are the penalty, to the unit")
        List<Part> parts,

        @Schema(description = "whether somebody is exempt: the report came before the discovery")
        boolean exempt,

        Discovery.Source discoverySource,

        @Schema(description = "what the report is compared with")
        Instant discoveredAt,

        @Nullable String reportedBy,
        @Nullable Instant reportedAt,

        @Schema(description = "the ledger transaction that took the points") @Nullable
        String transaction,

        Instant decidedAt,
        String decidedBy,
        @Schema(description = "what took it back") @Nullable ReversalView reversal) {
    /** What one of the three answers for. */
    @Schema(name = "ResponsibilityPart")
    record Part(
            Role role,
            String memberId,
            int percent,
            @Schema(description = "of the penalty") long share,

            @Schema(description = "the share, or 0 where it is waived")
            long charged) {}

    /** What took a decision back. */
    @Schema(name = "ResponsibilityReversal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReversalView(
            String reason,

            @Schema(description = "the ledger transaction that gave the points back") @Nullable
            String transaction,

            Instant reversedAt,
            String reversedBy) {}

    static CaseView of(ResponsibilityCase made) {
        ResponsibilityCase.Fault fault = made.fault();
        Report report = fault.report();
        return new CaseView(
                made.id().toString(),
                fault.incident(),
                fault.rule(),
                made.ruleVersion(),
                fault.penalty().points() ? "POINTS" : "MONEY",
                fault.penalty().unit(),
                fault.penalty().amount(),
                made.decision().charged(),
                made.decision().parts().stream()
                        .map(part -> new Part(part.role(), part.member(), part.percent(), part.share(), part.charged()))
                        .toList(),
                made.decision().exempt(),
                fault.discovery().source(),
                fault.discovery().at(),
                report == null ? null : report.by(),
                report == null ? null : report.at(),
                text(made.transaction()),
                made.decidedAt(),
                made.decidedBy(),
                reversal(made.reversal()));
    }

    private static @Nullable ReversalView reversal(ResponsibilityCase.@Nullable Reversal reversal) {
        return reversal == null
                ? null
                : new ReversalView(reversal.reason(), text(reversal.transaction()), reversal.at(), reversal.by());
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
