package dev.hearth.analytics.figure;

import dev.hearth.analytics.activity.Period;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameter {@code period}. */
public final class Periods {
    private Periods() {}

    /** The period of that name, or the day if none is named; fails if it is none of {@code offered}. */
    public static Period of(@Nullable String name, List<Period> offered) {
        return name == null
                ? Period.DAY
                : offered.stream()
                        .filter(period -> period.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> unknown(offered));
    }

    private static ProblemException unknown(List<Period> offered) {
        String names = offered.stream().map(Period::name).collect(Collectors.joining(", "));
        return new ProblemException(
                FigureProblem.UNKNOWN_PERIOD, FieldError.parameter("period", "must be one of " + names));
    }
}
