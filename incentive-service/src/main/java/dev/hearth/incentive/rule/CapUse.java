package dev.hearth.incentive.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.incentive.accrual.Cap;
import dev.hearth.platform.problem.Check;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A cap in a rule: one of the community's, by name; or the rule's own.
 *
 * @param cap the id of a cap of the community; then nothing else
 * @param scope of whose earnings, left out {@code MEMBER}
 * @param window of which time, left out {@code DAY}
 * @param unit what the rule's own cap counts
 * @param limit how many
 */
@Schema(
        name = "CapUse",
        description =
                "either `cap`: the community's cap of that id; or `unit` and `limit`, with `scope` (left out: MEMBER)"
                        + " and `window` (left out: DAY): the rule's own")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CapUse(
        @Schema(examples = "daily-20") @Nullable String cap,
        Cap.@Nullable Scope scope,
        Cap.@Nullable Window window,
        Cap.@Nullable Unit unit,

        @Schema(minimum = "1", maximum = "1000000000") @Nullable
        Long limit) {
    boolean isOwn() {
        return cap == null;
    }

    /** The same, checked and whole; {@code pointer} is where this stands. */
    CapUse checked(String pointer) {
        if (cap != null) {
            String id = Check.identifier(pointer + "/cap", cap);
            if (scope != null || window != null || unit != null || limit != null) {
                throw Check.refused(
                        pointer, "names the cap " + id + " and has terms of its own; give one or the other");
            }
            return this;
        }
        if (unit == null) {
            throw Check.refused(
                    pointer + "/unit", "is missing; give unit and limit, or the name of a cap of the community as cap");
        }
        return new CapUse(
                null,
                Objects.requireNonNullElse(scope, Cap.Scope.MEMBER),
                Objects.requireNonNullElse(window, Cap.Window.DAY),
                unit,
                Check.range(pointer + "/limit", Check.present(pointer + "/limit", limit), 1, Cap.MAX_LIMIT));
    }

    /** Whether a rule may not have both: the same but for the limit. */
    boolean isLike(CapUse other) {
        return Objects.equals(cap, other.cap) && scope == other.scope && window == other.window && unit == other.unit;
    }

    /** As events meet it; {@code shared} has the caps of the community that are in force. */
    Cap cap(String rule, Map<String, Cap> shared) {
        if (cap != null) {
            return Objects.requireNonNull(shared.get(cap), "a cap that is not there");
        }
        return Cap.ofRule(
                rule,
                Objects.requireNonNull(unit),
                Objects.requireNonNull(limit),
                Objects.requireNonNullElse(scope, Cap.Scope.MEMBER),
                Objects.requireNonNullElse(window, Cap.Window.DAY));
    }
}
