package dev.hearth.incentive.campaign.cost;

import dev.hearth.platform.problem.Check;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a cost is taken back. */
@Schema(name = "CorrectCost", examples = "{\"note\": \"the second evening was for another campaign\"}")
record CorrectCost(
        @Schema(required = true, minLength = 1, maxLength = 500, description = "why") @Nullable
        String note) {
    String why() {
        return Check.text("/note", note, RecordCost.MAX_NOTE);
    }
}
