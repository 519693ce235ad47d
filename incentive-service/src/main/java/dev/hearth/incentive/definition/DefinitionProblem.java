package dev.hearth.incentive.definition;

import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with a change of a definition, whatever its feature. */
enum DefinitionProblem implements ProblemType {
    DEFINITION_RETIRED(409, "It is retired, for good"),
    TOO_MANY_DEFINITIONS(409, "The community has as many of these as it may have"),
    DEFINITION_TOO_LARGE(422, "It is too large to be kept");

    private final int status;
    private final String title;

    DefinitionProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
