package dev.hearth.incentive.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.incentive.accrual.Stacking;
import dev.hearth.platform.problem.Check;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a rule gets along with others that answer the same event.
 *
 * @param exclusive of the rules with the same name here only one pays an event
 * @param priority the higher, the earlier; left out 0
 */
@Schema(name = "EarningStacking")
@JsonInclude(JsonInclude.Include.NON_NULL)
record StackingTerms(
        @Schema(
                description = "of the rules with the same name here, the first by priority that has something to pay is"
                        + " the only one that pays an event",
                examples = "welcome")
        @Nullable
        String exclusive,

        @Schema(
                description = "the higher, the earlier it gets what caps and budgets leave; of equal ones the lower id"
                        + " first; left out: 0",
                minimum = "-1000",
                maximum = "1000")
        @Nullable
        Integer priority) {
    private static final int MAX = 1_000;

    StackingTerms checked(String at) {
        if (priority != null) {
            var _ = Check.range(at + "/priority", priority, -MAX, MAX);
        }
        return new StackingTerms(exclusive == null ? null : Check.identifier(at + "/exclusive", exclusive), priority);
    }

    Stacking stacking() {
        return new Stacking(exclusive, priority == null ? 0 : priority);
    }
}
