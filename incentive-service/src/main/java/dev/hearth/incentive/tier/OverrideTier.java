package dev.hearth.incentive.tier;

import dev.hearth.platform.problem.Check;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tier to pin. */
@Schema(
        name = "OverrideTier",
        examples = "{\"tier\": \"gold\", \"until\": \"2031-01-01T00:00:00Z\", \"reason\": \"for ten years with us\"}")
record OverrideTier(
        @Schema(required = true, description = "a tier of the scheme in force, higher or lower than the earned one")
        @Nullable
        String tier,

        @Schema(required = true, description = "when it ends: after now, in at most ten years") @Nullable
        Instant until,

        @Schema(required = true, minLength = 1, maxLength = MAX_REASON) @Nullable
        String reason) {
    private static final int MAX_REASON = 500;
    private static final Duration LONGEST = Duration.ofDays(3_660);

    Pinning.Wish wish(String who, Instant now) {
        Instant end = Check.present("/until", until);
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
            throw Check.refused("/until", "is " + end + ", must be after now and in at most ten years");
        }
        return new Pinning.Wish(Check.identifier("/tier", tier), end, Check.text("/reason", reason, MAX_REASON), who);
    }
}
