package dev.hearth.engagement.kind;

import dev.hearth.platform.problem.ProblemType;

/** Why a kind cannot be declared. */
enum KindProblem implements ProblemType {
    STANDARD_KIND(409, "The kind is a standard one: every community has it, with free properties"),
    INVALID_SCHEMA(422, "The schema is not a JSON Schema that can be applied here"),
    TOO_MANY_KINDS(422, "The community has declared as many kinds as it may");

    private final int status;
    private final String title;

    KindProblem(int status, String title) {
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
