package dev.hearth.platform.problem;

import java.util.Locale;

/** A kind of problem. Each feature has one enum of them: its error catalogue, which stands in the OpenAPI. */
public interface ProblemType {
    /** The enum constant's name. */
    String name();

    /** HTTP status, 400 to 599. */
    int status();

    /** What went wrong, for people, the same for every occurrence. */
    String title();

    /** The problem's {@code type}: {@code /problems/insufficient-points}. */
    default String uri() {
        return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
