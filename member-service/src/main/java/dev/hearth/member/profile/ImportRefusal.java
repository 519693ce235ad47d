package dev.hearth.member.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.Problem;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.time.Identifier;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One member that was refused; its neighbours are not touched by it.
 *
 * @param index the member's place in the request, from 0
 * @param memberId the member's id, where it has a valid one
 * @param problem why, and what would be right
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ImportRefusal", description = "One member that was refused; its neighbours are not touched by it.")
record ImportRefusal(
        @Schema(description = "the member's place in the request, from 0")
        int index,

        @Schema(description = "the member's id, where it has a valid one") @Nullable
        String memberId,

        Problem problem) {
    /** The refusal of one item, with pointers into the whole body. */
    static ImportRefusal of(int index, String id, ProblemException fault) {
        List<FieldError> errors = fault.problem().errors().stream()
                .map(error -> new FieldError("/members/" + index + error.pointer(), error.detail()))
                .toList();
        String detail = errors.size() == 1
                ? errors.getFirst().pointer() + " " + errors.getFirst().detail()
                : fault.getMessage();
        return new ImportRefusal(index, Identifier.isValid(id) ? id : null, Problem.of(fault.type(), detail, errors));
    }
}
