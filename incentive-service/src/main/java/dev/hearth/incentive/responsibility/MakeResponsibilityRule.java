package dev.hearth.incentive.responsibility;

import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.incentive.definition.Wanted;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that is chosen of a rule of responsibility. */
@Schema(
        name = "MakeResponsibilityRule",
        examples =
                "{\"name\": \"Who answers\", \"manager\": 40, \"lead\": 30, \"person\": 30, \"exempts\": [\"MANAGER\"]}")
record MakeResponsibilityRule(
        @Schema(required = true, minLength = 1, maxLength = 200) @Nullable
        String name,

        @Schema(minimum = "0", maximum = "100", defaultValue = "40", description = "percent") @Nullable
        Integer manager,

        @Schema(minimum = "0", maximum = "100", defaultValue = "30", description = "percent") @Nullable
        Integer lead,

        @Schema(
                minimum = "0",
                maximum = "100",
                defaultValue = "30",
                description = "percent; the three are 100 together")
        @Nullable
        Integer person,

        @Schema(
                description =
                        "who is exempt when one of the three reported the fault before it was discovered; what they"
                                + " would answer for is waived, nobody takes it over; without it, the manager")
        @Nullable
        List<Role> exempts,

        @Schema(defaultValue = "ACTIVE") @Nullable DefinitionStatus status) {
    private static final int MAX_NAME = 200;
    private static final int WHOLE = 100;
    private static final int MANAGERS = 40;
    private static final int OTHERS = 30;

    Wanted<ResponsibilityTerms> wanted() {
        int ofManager = percent("/manager", manager, MANAGERS);
        int ofLead = percent("/lead", lead, OTHERS);
        int ofPerson = percent("/person", person, OTHERS);
        int sum = ofManager + ofLead + ofPerson;
        if (sum != WHOLE) {
            throw new ProblemException(
                    ResponsibilityProblem.SHARES_NOT_WHOLE,
                    new FieldError("", "has shares of " + sum + " percent together, must have exactly 100"));
        }
        return Wanted.of(
                new ResponsibilityTerms(Check.text("/name", name, MAX_NAME), ofManager, ofLead, ofPerson, exempted()),
                status);
    }

    private Set<Role> exempted() {
        List<Role> given = exempts == null ? List.of(Role.MANAGER) : exempts;
        for (int i = 0; i < given.size(); i++) {
            Role _ = Check.present("/exempts/" + i, given.get(i));
        }
        return Set.copyOf(given.stream().distinct().toList());
    }

    private static int percent(String pointer, @Nullable Integer given, int otherwise) {
        return Math.toIntExact(Check.range(pointer, Objects.requireNonNullElse(given, otherwise), 0, WHOLE));
    }
}
