package dev.hearth.incentive.definition;

import dev.hearth.platform.problem.ProblemType;

/**
 * A feature's kind of definition.
 *
 * @param <T> its terms
 * @param name the word in the database and in problems, e.g. {@code reward}
 * @param terms kept as JSON: a component that is not {@code @Nullable} must be there, one that is unknown is refused.
 *     Older rows stay, so a component that is added must be {@code @Nullable}.
 * @param unknown the feature's problem for an id that is not there
 * @param most how many a community may have that are not retired, 1 or more
 */
public record DefinitionType<T extends Record>(String name, Class<T> terms, ProblemType unknown, int most) {
    private static final int DEFAULT_MOST = 500;

    /** At most 500 a community. */
    public DefinitionType(String name, Class<T> terms, ProblemType unknown) {
        this(name, terms, unknown, DEFAULT_MOST);
    }
}
