package dev.hearth.analytics.figure;

import dev.hearth.analytics.population.Population;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import dev.hearth.platform.time.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.Readiness;

/** Tells a member who did nothing from one that does not exist. */
@ApplicationScoped
public class KnownMembers {
    private final Population population;

    KnownMembers(@Readiness Population population) {
        this.population = population;
    }

    /** Fails with a problem that names the path's {@code member} if it is not an id. */
    public static void requireId(String member) {
        if (!Identifier.isValid(member)) {
            throw new ProblemException(
                    RequestProblem.INVALID_PARAMETER, FieldError.path("member", "must be " + Identifier.RULE));
        }
    }

    /** Fails with 404 if member-service never told of the member and nothing it did or got was recorded either. */
    public void require(Asked asked, String member) {
        String community = asked.selection().community();
        boolean isKnown = population.find(community, member).isPresent()
                || asked.fresh().activity().ask(community, partition -> partition.find(member) >= 0).stream()
                        .anyMatch(found -> found);
        if (!isKnown) {
            throw new ProblemException(
                    FigureProblem.UNKNOWN_MEMBER,
                    FieldError.path("member", "is \"" + member + "\", of whom the community knows nothing"));
        }
    }
}
