package dev.hearth.analytics.funnel;

import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.QueryParameter;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of a funnel, as they came. */
class FunnelQuery {
    private static final int MAX_KINDS = 50;
    private static final int MAX_DAYS = 3660;

    @QueryParam("step")
    @Parameter(
            description =
                    "The kinds of a step, any of which will do, with commas between; in order: `step=member.joined&"
                            + "step=message.posted,reply.posted&step=purchase.made`. 2 to 10 steps, no two alike.",
            example = "[\"member.joined\", \"message.posted,reply.posted\"]")
    List<String> steps = new ArrayList<>();

    @QueryParam("windowDays")
    @Parameter(
            description = "Within how many days (of 24 hours, from entering) a step counts. Default: without limit.",
            schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "3660"),
            example = "7")
    @Nullable
    String windowDays;

    /** Fails with a problem that names the parameter at fault. */
    Funnel funnel() {
        if (steps.size() < Funnel.MIN_STEPS || steps.size() > Funnel.MAX_STEPS) {
            throw new ProblemException(
                    FunnelProblem.NOT_A_FUNNEL,
                    FieldError.parameter(
                            "step",
                            "is given " + steps.size() + " times, must be given " + Funnel.MIN_STEPS + " to "
                                    + Funnel.MAX_STEPS + " times, in the order of the steps"));
        }
        List<Set<String>> kinds = new ArrayList<>();
        Set<Set<String>> seen = new HashSet<>();
        for (String step : steps) {
            Set<String> next = kinds(step);
            if (!seen.add(next)) {
                throw new ProblemException(
                        FunnelProblem.NOT_A_FUNNEL,
                        FieldError.parameter("step", "has " + step + " twice, each step may be there once"));
            }
            kinds.add(next);
        }
        return new Funnel(kinds, window());
    }

    private static Set<String> kinds(String step) {
        Set<String> kinds = new TreeSet<>(List.of(step.split(",", -1)));
        kinds.forEach(kind -> {
            var _ = QueryParameter.identifier("step", kind);
        });
        if (kinds.size() > MAX_KINDS) {
            throw QueryParameter.refused("step", "has " + kinds.size() + " kinds, may have " + MAX_KINDS);
        }
        return kinds;
    }

    private @Nullable Duration window() {
        Integer days = QueryParameter.integer("windowDays", windowDays);
        if (days != null && (days < 1 || days > MAX_DAYS)) {
            throw QueryParameter.refused("windowDays", "is " + days + ", must be 1 to " + MAX_DAYS);
        }
        return days == null ? null : Duration.ofDays(days);
    }
}
