package dev.hearth.engagement.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.Problem;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One event that was refused; its neighbours are not touched by it.
 *
 * @param index the event's place in the request, from 0
 * @param id the event's id, where it has a valid one
 * @param problem why, and what would be right
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Refusal", description = "One event that was refused; its neighbours are not touched by it.")
record Refusal(int index, @Nullable String id, Problem problem) {
    static Refusal of(int index, @Nullable String id, IngestProblem type, FieldError error) {
        return new Refusal(index, id, Problem.of(type, error.pointer() + " " + error.detail(), List.of(error)));
    }

    static Refusal of(int index, @Nullable String id, IngestProblem type, List<FieldError> errors) {
        return errors.size() == 1
                ? of(index, id, type, errors.getFirst())
                : new Refusal(index, id, Problem.of(type, errors.size() + " fields are at fault", errors));
    }
}
