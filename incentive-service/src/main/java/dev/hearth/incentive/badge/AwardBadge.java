package dev.hearth.incentive.badge;

import dev.hearth.platform.problem.Check;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a badge is awarded by hand. */
@Schema(name = "AwardBadge", examples = "{\"reason\": \"spoke at our conference\"}")
record AwardBadge(
        @Schema(required = true, minLength = 1, maxLength = MAX_REASON) @Nullable
        String reason) {
    static final int MAX_REASON = 500;

    String checkedReason() {
        return Check.text("/reason", reason, MAX_REASON);
    }
}
