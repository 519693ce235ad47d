package dev.hearth.incentive.wallet.opening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import of opening balances as callers see it. */
@Schema(name = "OpeningImport")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpeningImportView(
        @Schema(examples = "move-2026") String openingImport,

        @Schema(description = "parts that are here", examples = "1")
        int parts,

        @Schema(description = "rows of these parts", examples = "2")
        long rows,

        @Schema(description = "the task that books it; absent: not started") @Nullable
        String task,

        Instant createdAt,

        @Schema(description = "the token's subject", examples = "local-operator")
        String createdBy) {}
