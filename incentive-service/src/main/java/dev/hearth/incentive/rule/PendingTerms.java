package dev.hearth.incentive.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.platform.problem.Check;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is paid cannot be spent at once: after some days, or once an event confirms it.
 *
 * @param days after that many days from the event on
 * @param onKind once the same member has an event of this kind
 */
@Schema(name = "EarningPending", description = "one of `days` and `onKind`")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PendingTerms(
        @Schema(description = "spendable that many days after the event", minimum = "1", maximum = "3660") @Nullable
        Integer days,

        @Schema(
                description = "spendable once the member who was paid has an event of this kind",
                examples = "activity.attended")
        @Nullable
        String onKind) {
    private static final int MAX_DAYS = 3_660;

    PendingTerms checked(String at) {
        if ((days == null) == (onKind == null)) {
            throw Check.refused(at, "says both or none of days and onKind, must say one");
        }
        if (days != null) {
            var _ = Check.range(at + "/days", days, 1, MAX_DAYS);
        }
        return new PendingTerms(days, onKind == null ? null : Check.identifier(at + "/onKind", onKind));
    }
}
