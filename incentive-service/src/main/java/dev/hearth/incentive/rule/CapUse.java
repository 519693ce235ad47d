package dev.hearth.incentive.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.incentive.accrual.Cap;
import dev.hearth.platform.problem.Check;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A cap in a rule: one of the community's, by name; or the rule's own, by member and local day, one for each unit.
 *
 * @param cap the id of a cap of the community; then nothing else
 * @param unit what the rule's own cap counts
 * @param limit how many
 */
@Schema(
        name = "CapUse",
        description = "either `cap`: the community's cap of that id; or `unit` and `limit`: the rule's own")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CapUse(
        @Schema(examples = "daily-20") @Nullable String cap,
        CapTerms.@Nullable Scope scope,
        CapTerms.@Nullable Window window,
        Cap.@Nullable Unit unit,

        @Schema(minimum = "1", maximum = "1000000000") @Nullable
        Long limit) {

    static List<CapUse> of(RuleTerms terms) {
        List<CapUse> uses = new ArrayList<>();
        if (terms.ownPoints() != null) {
            uses.add(own(Cap.Unit.POINTS, terms.ownPoints()));
        }
        if (terms.ownTimes() != null) {
            uses.add(own(Cap.Unit.TIMES, terms.ownTimes()));
        }
        terms.sharedCaps().forEach(cap -> uses.add(new CapUse(cap, null, null, null, null)));
        return uses;
    }

    private static CapUse own(Cap.Unit unit, long limit) {
        return new CapUse(null, CapTerms.Scope.MEMBER, CapTerms.Window.DAY, unit, limit);
    }

    boolean isOwn() {
        return cap == null;
    }

    /** Checks the form; {@code pointer} is where this stands. */
    void check(String pointer) {
        if (cap != null) {
            String id = Check.identifier(pointer + "/cap", cap);
            if (scope != null || window != null || unit != null || limit != null) {
                throw Check.refused(
                        pointer, "names the cap " + id + " and has terms of its own; give one or the other");
            }
            return;
        }
        if (unit == null) {
            throw Check.refused(
                    pointer + "/unit", "is missing; give unit and limit, or the name of a cap of the community as cap");
        }
        var _ = Check.range(pointer + "/limit", Check.present(pointer + "/limit", limit), 1, Cap.MAX_LIMIT);
    }
}
