package dev.hearth.analytics.cohort;

import dev.hearth.analytics.activity.Period;
import dev.hearth.analytics.activity.Selection;
import dev.hearth.platform.problem.QueryParameter;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of retention, as they came. */
public final class RetentionQuery {
    static final int DEFAULT_PERIODS = 12;
    static final int MAX_PERIODS = 60;
    private static final int MAX_KINDS = 50;

    @QueryParam("mode")
    @Parameter(
            description = "EXACT: a member counts as retained after k periods if it acted in the k-th period after its"
                    + " cohort's; UNBOUNDED: if it acted in that or any later one",
            schema = @Schema(implementation = RetentionMode.class, defaultValue = "EXACT"),
            example = "EXACT")
    @Nullable
    String mode;

    @QueryParam("cohortKind")
    @Parameter(
            description = "A member belongs to the cohort of the period in which it first did an act of this kind;"
                    + " several (`cohortKind=a&cohortKind=b`, up to 50) mean any of them. Facts count too:"
                    + " `member.joined`, `member.joined:<channel>`, `member.group-joined`. Default: the first act of"
                    + " those that are asked for.")
    List<String> cohortKinds = new ArrayList<>();

    @QueryParam("cohortPlace")
    @Parameter(
            description = "Where that first act must have been: GROUP in the group that is asked for (if one is),"
                    + " COMMUNITY anywhere. What happens to members of the whole community, as `member.joined`, is in"
                    + " no group.",
            schema = @Schema(implementation = CohortPlace.class, defaultValue = "GROUP"),
            example = "COMMUNITY")
    @Nullable
    String cohortPlace;

    RetentionQuestion question(Selection selection, Period period, int periods) {
        return new RetentionQuestion(selection, entry(selection), period, periods, mode());
    }

    RetentionMode mode() {
        return Objects.requireNonNullElse(QueryParameter.oneOf("mode", mode, RetentionMode.class), RetentionMode.EXACT);
    }

    /** Sorted; empty if cohorts are made by the acts that are asked for. */
    List<String> kinds() {
        if (cohortKinds.size() > MAX_KINDS) {
            throw QueryParameter.refused(
                    "cohortKind", "is given " + cohortKinds.size() + " times, may be " + MAX_KINDS + " times");
        }
        cohortKinds.forEach(kind -> {
            var _ = QueryParameter.identifier("cohortKind", kind);
        });
        return List.copyOf(new TreeSet<>(cohortKinds));
    }

    CohortPlace place() {
        return Objects.requireNonNullElse(
                QueryParameter.oneOf("cohortPlace", cohortPlace, CohortPlace.class), CohortPlace.GROUP);
    }

    /** How many periods are asked for by the parameter {@code name}. */
    static int periods(String name, @Nullable String value) {
        int periods = Objects.requireNonNullElse(QueryParameter.integer(name, value), DEFAULT_PERIODS);
        if (periods < 1 || periods > MAX_PERIODS) {
            throw QueryParameter.refused(name, "is " + periods + ", must be 1 to " + MAX_PERIODS);
        }
        return periods;
    }

    private Selection entry(Selection selection) {
        List<String> kinds = kinds();
        Selection entry = kinds.isEmpty() ? selection : selection.withKinds(new TreeSet<>(kinds));
        return switch (place()) {
            case GROUP -> entry;
            case COMMUNITY -> new Selection(entry.community(), null, entry.kinds(), entry.audience());
        };
    }
}
